package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The answer of calls about users ({@code UserResponse}). {@code toString} doesn't show the users.
 *
 * @param message {@code Message}
 * @param details {@code Details}
 * @param returnValue {@code ReturnValue}
 * @param users {@code Users} as eSign wrote them, unknown members included; empty when there are none
 */
public record UserResponse(String message, List<String> details, String returnValue,
        List<JsonNode> users) implements Answer {

    @Override
    public String toString() {
        return "UserResponse[message=" + message + ", details=" + details.size() + ", users=" + users.size() + "]";
    }
}
