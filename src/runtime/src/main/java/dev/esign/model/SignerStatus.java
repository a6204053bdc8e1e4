package dev.esign.model;

import java.util.List;
import java.util.Optional;

/**
 * The state of a signer. A code that isn't documented is kept as it came.
 *
 * @param code the number that eSign writes
 */
public record SignerStatus(int code) {

    /** Not invited yet (1). */
    public static final SignerStatus PENDING_INVITE = new SignerStatus(1);
    /** Invited (2). */
    public static final SignerStatus INVITED = new SignerStatus(2);
    /** At work (3). */
    public static final SignerStatus IN_PROGRESS = new SignerStatus(3);
    /** Has signed (4). */
    public static final SignerStatus COMPLETED = new SignerStatus(4);
    /** Cancelled (5). */
    public static final SignerStatus CANCELLED = new SignerStatus(5);
    /** Has declined (6). */
    public static final SignerStatus DECLINED = new SignerStatus(6);
    /** Has delegated (7). */
    public static final SignerStatus DELEGATED = new SignerStatus(7);
    /** Failed to prove who he or she is (8). */
    public static final SignerStatus AUTHENTICATION_FAILED = new SignerStatus(8);

    private static final List<String> NAMES = List.of("PendingInvite", "Invited", "InProgress", "Completed", "Cancelled",
            "Declined", "Delegated", "AuthenticationFailed");

    /**
     * The state with this name.
     *
     * @param name the documented name, in any case
     * @return the state, or empty when the name isn't documented
     */
    public static Optional<SignerStatus> named(String name) {
        return StatusNames.codeOf(NAMES, name).map(SignerStatus::new);
    }

    /** @return the documented name, or {@code Status <code>} when there is none */
    public String name() {
        return StatusNames.nameOf(NAMES, code);
    }

    @Override
    public String toString() {
        return name();
    }
}
