/** Misbehaviour on demand: what is set up through {@link dev.esign.sandbox.Faults}, between requests and their calls. */
package dev.esign.sandbox.fault;
