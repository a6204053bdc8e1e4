/** The users of the account and the rules they follow. */
package dev.esign.sandbox.user;
