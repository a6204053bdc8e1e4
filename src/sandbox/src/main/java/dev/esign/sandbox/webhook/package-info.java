/** Tells others of what happens to sessions: messages, their way to the receivers, and the record of that. */
package dev.esign.sandbox.webhook;
