package dev.esign.service.session;

import java.net.URI;
import java.util.List;

import dev.esign.service.problem.FieldProblem;
import dev.esign.service.problem.InvalidRequestException;

/**
 * How a session is to be created, beside what it is.
 *
 * @param key the idempotency key; null for none
 * @param started whether it is to be started
 * @param returnUrl the caller's host URL; null for the configured one
 * @param preferences what the caller would like
 */
record SendingOptions(IdempotencyKey key, boolean started, URI returnUrl, Preferences preferences) {

    static SendingOptions of(String key, String start, String returnUrl, List<String> prefer) {
        if (start != null && !start.equals("true") && !start.equals("false")) {
            throw refused("start", "is neither true nor false");
        }
        boolean started = "true".equals(start);
        if (returnUrl != null && !started) {
            throw refused("returnUrl", "goes with start=true only");
        }
        return new SendingOptions(IdempotencyKey.of(key), started, RequestReader.returnUrl(returnUrl),
                Preferences.of(prefer));
    }

    private static InvalidRequestException refused(String field, String problem) {
        return new InvalidRequestException(List.of(new FieldProblem(field, problem)));
    }

    @Override
    public String toString() {
        return "SendingOptions[started=" + started + "]";
    }
}
