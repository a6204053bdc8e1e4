/**
 * Tests of applications that send documents for signature: {@link dev.esign.testing.WithEsignSandbox} and
 * {@link dev.esign.testing.EsignSandboxExtension} run the sandbox, {@link dev.esign.testing.EsignAssertions} looks at what it
 * got, {@link dev.esign.testing.SigningParty} signs, {@link dev.esign.testing.Troubles} makes calls fail,
 * {@link dev.esign.testing.Samples} makes sessions and documents, and {@link dev.esign.testing.EsignOutbox} stands in for eSign
 * in tests without HTTP.
 */
package dev.esign.testing;
