package dev.esign.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * The identity of a signing session: the GUID that eSign gave it ({@code SigningSessionId}).
 *
 * @param value the text of the GUID, as eSign wrote it; never blank
 * @serial exclude
 */
public record SessionId(String value) implements Serializable {

    /**
     * Checks the components.
     *
     * @param value the text of the GUID, as eSign wrote it; never blank
     * @throws IllegalArgumentException when {@code value} is blank
     */
    public SessionId {
        Objects.requireNonNull(value, "session id");
        if (value.isBlank()) {
            throw new IllegalArgumentException("session id: is blank; give the SigningSessionId that create returned");
        }
    }

    /**
     * The identity with this text.
     *
     * @param value the text of the GUID
     * @return the identity
     */
    public static SessionId of(String value) {
        return new SessionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
