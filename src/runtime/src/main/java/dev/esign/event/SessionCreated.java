package dev.esign.event;

import dev.esign.model.SessionId;

/**
 * eSign created a session.
 *
 * @param account the account
 * @param sessionId the session
 * @param transactionId the caller's or the generated transaction id
 */
public record SessionCreated(String account, SessionId sessionId, String transactionId) implements SigningEvent {
}
