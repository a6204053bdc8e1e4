package dev.esign.rest;

import java.util.List;

import dev.esign.InviteUrl;

/**
 * The answer of GetSessionInviteUrls.
 *
 * @param message {@code Message}
 * @param details {@code Details}
 * @param returnValue {@code ReturnValue}
 * @param urls the addresses that the answer holds
 */
public record InviteUrlsResponse(String message, List<String> details, String returnValue, List<InviteUrl> urls)
        implements
            Answer {

    @Override
    public String toString() {
        return "InviteUrlsResponse[message=" + message + ", details=" + details.size() + ", urls=" + urls.size() + "]";
    }
}
