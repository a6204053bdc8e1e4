package dev.esign.event;

import java.time.Duration;

import dev.esign.model.SessionId;

/**
 * A start waits until eSign is likely to have processed the session's anchor tags.
 *
 * @param account the account
 * @param sessionId the session
 * @param delay how long it waits
 */
public record StartDelayed(String account, SessionId sessionId, Duration delay) implements SigningEvent {
}
