package dev.esign.event;

/**
 * A token was fetched for the call that follows.
 */
public record TokenFetched() implements SigningEvent {
}
