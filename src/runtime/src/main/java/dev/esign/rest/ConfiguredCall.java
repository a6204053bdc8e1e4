package dev.esign.rest;

import java.time.Duration;

/**
 * A call whose HTTP verb and address are settings. {@code toString} doesn't show the address, which may name a user.
 *
 * @param method the HTTP verb
 * @param address path and query, percent-encoded, relative to the base address
 * @param longestPause how long nothing may arrive in the middle of the answer
 */
public record ConfiguredCall(String method, String address, Duration longestPause) {

    /** The property of a request that holds {@link #longestPause}. */
    static final String LONGEST_PAUSE = "dev.esign.longest-pause";

    @Override
    public String toString() {
        return "ConfiguredCall[" + method + "]";
    }
}
