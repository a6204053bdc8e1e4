/** The control interface below {@code /_sandbox}: what tests and tools do to a sandbox over HTTP and JSON. */
package dev.esign.sandbox.control;
