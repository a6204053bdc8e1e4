/** Signing sessions and the rules they follow, whoever asks. */
package dev.esign.sandbox.session;
