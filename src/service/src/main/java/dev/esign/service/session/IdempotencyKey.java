package dev.esign.service.session;

import java.util.List;

import dev.esign.service.problem.FieldProblem;
import dev.esign.service.problem.InvalidRequestException;

/**
 * What the header {@code Idempotency-Key} says: the session's transaction id.
 *
 * @param value the key; never shown, since it may be anything of the caller's
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 128;
    /** A transaction id becomes a segment of a path, where these are refused by many servers even when they are encoded. */
    private static final String REFUSED = "/\\%?#*:&<>\"";

    /** Reads the header, which may have the key in quotation marks; null when it is missing. */
    static IdempotencyKey of(String header) {
        if (header == null) {
            return null;
        }
        boolean quoted = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"");
        String key = quoted ? header.substring(1, header.length() - 1) : header;
        if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(IdempotencyKey::isAllowed)
                || key.chars().allMatch(c -> c == '.')) {
            throw new InvalidRequestException(List.of(new FieldProblem(HEADER, "is not 1 to " + LONGEST
                    + " letters, digits and signs of ASCII other than blanks and " + REFUSED + "; give one such as a UUID")));
        }
        return new IdempotencyKey(key);
    }

    private static boolean isAllowed(int c) {
        return c > ' ' && c < 0x7f && REFUSED.indexOf(c) < 0;
    }

    @Override
    public String toString() {
        return "IdempotencyKey[***]";
    }
}
