/** The calls of the documented REST API. */
package dev.esign.sandbox.api;
