package dev.esign.testing;

/** Why a message was sent: the documented values of {@link dev.esign.sandbox.SandboxMail#kind()}. */
public enum MailKind {
    /** A signer is asked to sign. */
    INVITATION,
    /** A signer is asked again. */
    REMINDER,
    /** A code by which a signer authenticates. */
    SMS_CODE,
    /** The owner learns that one of several signers signed. */
    SIGNED,
    /** All have signed. */
    COMPLETED,
    /** The owner learns that a signer declined. */
    DECLINED,
    /** The owner learns that a signer handed over. */
    DELEGATED,
    /** The owner learns that a signer failed to authenticate. */
    AUTHENTICATION_FAILED,
    /** The session was withdrawn. */
    CANCELLED,
    /** The session expired. */
    EXPIRED,
    /** The documents will be removed. */
    PURGE_NOTICE
}
