package dev.esign.event;

/**
 * Something that happened while a session was being made and started. No event shows a secret or a personal datum in
 * {@code toString}.
 */
public sealed interface SigningEvent
        permits TokenFetched, SessionCreated, SessionUpdated, StartDelayed, StartRefused, SessionStarted {

    /** @return the name of the account; {@link dev.esign.EsignAccount#DEFAULT} for the default one */
    String account();
}
