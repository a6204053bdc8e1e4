package dev.esign.model;

/** The order in which signers are invited ({@code SessionInfo.UseSequence}). */
public enum SigningOrder {

    /** All at once (0). */
    ANY,
    /** One position after the other, as {@link Signer#sequence()} says (1). */
    SEQUENTIAL,
    /** Nobody is invited by eSign (2, "suspended"). */
    SUSPENDED
}
