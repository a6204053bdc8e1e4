package dev.esign.event;

import dev.esign.model.SessionId;

/**
 * eSign took an update of a session.
 *
 * @param account the account
 * @param sessionId the session
 */
public record SessionUpdated(String account, SessionId sessionId) implements SigningEvent {
}
