package dev.esign.sandbox.session;

/** The states of a signer, with the numbers that the WebHook page documents. */
public enum SignerStatus {

    PENDING_INVITE(1, "PendingInvite"),
    INVITED(2, "Invited"),
    IN_PROGRESS(3, "InProgress"),
    COMPLETED(4, "Completed"),
    CANCELLED(5, "Cancelled"),
    DECLINED(6, "Declined"),
    DELEGATED(7, "Delegated"),
    AUTHENTICATION_FAILED(8, "AuthenticationFailed");

    private final int code;
    private final String label;

    SignerStatus(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    /** The documented name. */
    public String label() {
        return label;
    }

    /** Whether the signer has still to sign; one who is locked out has, too. */
    public boolean isAwaited() {
        return this == PENDING_INVITE || this == INVITED || this == IN_PROGRESS || this == AUTHENTICATION_FAILED;
    }

    /** Whether the signer's part is over for good: signed, or handed to somebody else. */
    public boolean isDone() {
        return this == COMPLETED || this == DELEGATED || this == CANCELLED;
    }
}
