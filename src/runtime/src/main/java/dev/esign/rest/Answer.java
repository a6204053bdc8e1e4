package dev.esign.rest;

import java.util.List;

/** What all of eSign's answers have in common. */
public sealed interface Answer permits RequestResponse, SessionResponse, UserResponse, ActionLogResponse,
        PageResponse, DocumentsResponse, InviteUrlsResponse {

    /** @return {@code Success} or {@code Error} ({@code Message}); null when the answer doesn't say */
    String message();

    /** @return the error texts ({@code Details}); empty when there are none */
    List<String> details();

    /** @return the value ({@code ReturnValue}), truth values as {@code True} and {@code False}; null when there is none */
    String returnValue();

    /** @return whether eSign calls the answer an error */
    default boolean isError() {
        return "Error".equalsIgnoreCase(message()) || "False".equalsIgnoreCase(returnValue())
                || message() == null && !details().isEmpty();
    }
}
