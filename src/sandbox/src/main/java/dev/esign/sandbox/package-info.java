/**
 * An eSign service to develop and test against. {@link dev.esign.sandbox.EsignSandbox} runs it inside a JVM,
 * {@link dev.esign.sandbox.Main} as a process; the other packages are internal.
 */
package dev.esign.sandbox;
