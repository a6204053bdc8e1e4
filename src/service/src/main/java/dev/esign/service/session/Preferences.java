package dev.esign.service.session;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header {@code Prefer} (RFC 7240) says that is understood here. What isn't understood is ignored, as the RFC wants.
 *
 * @param async whether the caller doesn't want to wait for a start
 * @param patience how long the caller is willing to wait all the same; null when that isn't said
 */
record Preferences(boolean async, Duration patience) {

    static final String HEADER = "Prefer";
    static final String APPLIED = "Preference-Applied";

    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    static Preferences of(List<String> headers) {
        boolean async = false;
        Duration wait = null;
        for (String header : headers == null ? List.<String> of() : headers) {
            for (String preference : header.split(",")) {
                String name = preference.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
                Matcher seconds = WAIT.matcher(name);
                if (name.equals("respond-async")) {
                    async = true;
                } else if (wait == null && seconds.matches()) {
                    Duration wanted = Duration.ofSeconds(Long.parseLong(seconds.group(1)));
                    wait = wanted.compareTo(LONGEST_WAIT) < 0 ? wanted : LONGEST_WAIT;
                }
            }
        }
        return new Preferences(async, async ? wait : null);
    }

    /** The value of {@code Preference-Applied}. */
    String applied() {
        return patience == null ? "respond-async" : "respond-async, wait=" + patience.toSeconds();
    }
}
