package dev.esign.service.session;

import java.util.Optional;

import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;

/**
 * The session that a request to create one has led to.
 *
 * @param id its identity
 * @param transactionId its transaction id
 * @param status its status; empty when eSign doesn't tell
 * @param replayed whether it was there already
 */
record HeldSession(SessionId id, String transactionId, Optional<SessionStatus> status, boolean replayed) {

    @Override
    public String toString() {
        return "HeldSession[id=" + id + "]";
    }
}
