package dev.esign.event;

import dev.esign.model.SessionId;

/**
 * eSign took an update of a session.
 *
 * @param sessionId the session
 */
public record SessionUpdated(SessionId sessionId) implements SigningEvent {
}
