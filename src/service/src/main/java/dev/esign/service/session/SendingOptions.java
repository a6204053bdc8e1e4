package dev.esign.service.session;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import dev.esign.service.problem.FieldProblem;
import dev.esign.service.problem.InvalidRequestException;
import dev.esign.service.problem.Problems;

/**
 * How a session is to be created, beside what it is.
 *
 * @param key the idempotency key; null for none
 * @param started whether it is to be started
 * @param returnUrl the caller's host URL; null for the configured one
 * @param preferences what the caller would like
 */
record SendingOptions(IdempotencyKey key, boolean started, URI returnUrl, Preferences preferences) {

    private static final String START = "start";
    private static final String RETURN_URL = "returnUrl";

    /** Reads the request, in which an empty value isn't the same as none. */
    static SendingOptions of(HttpHeaders headers, UriInfo address) {
        String start = address.getQueryParameters().getFirst(START);
        String returnUrl = address.getQueryParameters().getFirst(RETURN_URL);
        if (start != null && !start.equals("true") && !start.equals("false")) {
            throw refused(START, "is neither true nor false");
        }
        boolean started = "true".equals(start);
        if (returnUrl != null && !started) {
            throw refused(RETURN_URL, "goes with start=true only");
        }
        return new SendingOptions(IdempotencyKey.of(headers.getHeaderString(IdempotencyKey.HEADER)), started,
                Problems.returnUrl(returnUrl), Preferences.of(headers.getRequestHeader(Preferences.HEADER)));
    }

    private static InvalidRequestException refused(String field, String problem) {
        return new InvalidRequestException(List.of(new FieldProblem(field, problem)));
    }

    @Override
    public String toString() {
        return "SendingOptions[started=" + started + "]";
    }
}
