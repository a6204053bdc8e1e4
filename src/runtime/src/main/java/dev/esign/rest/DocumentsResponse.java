package dev.esign.rest;

import java.util.List;

/**
 * The answer of calls that fetch documents, which have gone into a {@link DocumentSink} while it was read.
 *
 * @param message {@code Message}
 * @param details {@code Details}
 * @param returnValue {@code ReturnValue}
 * @param documents how many documents the answer held
 */
public record DocumentsResponse(String message, List<String> details, String returnValue, int documents) implements Answer {

    @Override
    public String toString() {
        return "DocumentsResponse[message=" + message + ", details=" + details.size() + ", documents=" + documents + "]";
    }
}
