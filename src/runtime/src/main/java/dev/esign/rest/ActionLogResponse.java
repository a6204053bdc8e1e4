package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The answer of GetSessionActionLogs ({@code ActionLogResponse}). {@code toString} doesn't show the entries.
 *
 * @param message {@code Message}
 * @param details {@code Details}
 * @param returnValue {@code ReturnValue}
 * @param entries {@code Actionlog} as eSign wrote it, unknown members included; empty when there are none
 */
public record ActionLogResponse(String message, List<String> details, String returnValue,
        List<JsonNode> entries) implements Answer {

    @Override
    public String toString() {
        return "ActionLogResponse[message=" + message + ", details=" + details.size() + ", entries=" + entries.size() + "]";
    }
}
