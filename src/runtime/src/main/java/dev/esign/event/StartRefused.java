package dev.esign.event;

import java.util.List;

import dev.esign.model.SessionId;

/**
 * eSign refused to start a session as not ready; it will be tried again while tries are left.
 *
 * @param account the account
 * @param sessionId the session
 * @param texts what eSign misses, in its own words, which may name signers
 */
public record StartRefused(String account, SessionId sessionId, List<String> texts) implements SigningEvent {

    @Override
    public String toString() {
        return "StartRefused[account=" + account + ", sessionId=" + sessionId + ", texts=" + texts.size() + "]";
    }
}
