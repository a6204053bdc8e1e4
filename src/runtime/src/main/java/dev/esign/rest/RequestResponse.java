package dev.esign.rest;

import java.util.List;

/**
 * The answer of most calls ({@code RequestResponse}). {@code toString} doesn't show the value, which may be a token.
 *
 * @param message {@code Message}
 * @param details {@code Details}
 * @param returnValue {@code ReturnValue}
 */
public record RequestResponse(String message, List<String> details, String returnValue) implements Answer {

    @Override
    public String toString() {
        return "RequestResponse[message=" + message + ", details=" + details.size() + "]";
    }
}
