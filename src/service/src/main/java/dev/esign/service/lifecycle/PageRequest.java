package dev.esign.service.lifecycle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.esign.model.SessionSummary;
import dev.esign.service.problem.Problems;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many rows come before it
 * @param limit how many rows it has at most
 */
record PageRequest(int offset, int limit) {

    static final int DEFAULT_LIMIT = 50;
    static final int LARGEST_LIMIT = 200;

    private static final Pattern NEXT = Pattern.compile("from:(\\d{1,9})");

    /** What the parameters of a request say; notes what is wrong with them. */
    static PageRequest read(String limit, String next, Problems problems) {
        return new PageRequest(next == null ? 0 : offset(next, problems),
                limit == null ? DEFAULT_LIMIT : limit(limit, problems));
    }

    /** Reads the rows up to the page's end, and whether there are more. */
    SessionPage take(Stream<SessionSummary> list) {
        try (Stream<SessionSummary> rows = list.skip(offset)) {
            Iterator<SessionSummary> rest = rows.iterator();
            List<SessionRow> page = new ArrayList<>();
            while (page.size() < limit && rest.hasNext()) {
                page.add(SessionRow.of(rest.next()));
            }
            return new SessionPage(page, rest.hasNext() ? token(offset + limit) : null);
        }
    }

    /** Opaque to callers, so that it may become something else once eSign offers more than numbered pages. */
    private static String token(int offset) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(("from:" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String token, Problems problems) {
        try {
            Matcher next = NEXT.matcher(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII));
            if (next.matches()) {
                return Integer.parseInt(next.group(1));
            }
        } catch (IllegalArgumentException notBase64) {
            // Reported below, like anything else that wasn't made here.
        }
        problems.add("next", "isn't one that this service gave; leave it out to begin anew");
        return 0;
    }

    private static int limit(String text, Problems problems) {
        if (text.matches("\\d{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        }
        problems.add("limit", "is not a number from 1 to " + LARGEST_LIMIT);
        return DEFAULT_LIMIT;
    }
}
