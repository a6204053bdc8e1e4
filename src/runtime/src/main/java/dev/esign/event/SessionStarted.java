package dev.esign.event;

import dev.esign.model.SessionId;

/**
 * A session is started.
 *
 * @param sessionId the session
 */
public record SessionStarted(SessionId sessionId) implements SigningEvent {
}
