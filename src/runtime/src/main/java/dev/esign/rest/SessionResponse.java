package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The answer of calls about a session ({@code SessionResponse}). {@code toString} doesn't show the sessions, which hold
 * personal data.
 *
 * @param message {@code Message}
 * @param details {@code Details}
 * @param returnValue {@code ReturnValue}, which some answers have instead of an id
 * @param signingSessionId {@code SigningSessionId}; null when the answer has none
 * @param sessions the session objects as eSign wrote them, unknown members included; empty when there are none
 */
public record SessionResponse(String message, List<String> details, String returnValue, String signingSessionId,
        List<JsonNode> sessions) implements Answer {

    @Override
    public String toString() {
        return "SessionResponse[message=" + message + ", details=" + details.size() + ", signingSessionId=" + signingSessionId
                + ", sessions=" + sessions.size() + "]";
    }
}
