package dev.esign;

import java.util.Objects;

/**
 * What lets a signer in (GetSignerInviteToken). It is a secret: whoever has it may sign, so never store or log it;
 * {@code toString} masks it. In which address it belongs isn't documented.
 */
public final class InviteToken {

    private final String value;

    /**
     * Keeps a token.
     *
     * @param value the token as eSign wrote it
     */
    public InviteToken(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** @return the token itself */
    public String reveal() {
        return value;
    }

    /** @return {@code ***} */
    @Override
    public String toString() {
        return "***";
    }
}
