package dev.esign.event;

/**
 * A token was fetched for the call that follows.
 *
 * @param account the account
 */
public record TokenFetched(String account) implements SigningEvent {
}
