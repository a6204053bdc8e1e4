package dev.esign.event;

import dev.esign.model.SessionId;

/**
 * A session is started.
 *
 * @param account the account
 * @param sessionId the session
 */
public record SessionStarted(String account, SessionId sessionId) implements SigningEvent {
}
