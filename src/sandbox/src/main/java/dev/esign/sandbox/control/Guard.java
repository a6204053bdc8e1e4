package dev.esign.sandbox.control;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.esign.sandbox.http.Request;

/**
 * Keeps web sites away that a person on this machine visits. A site can make a name of its own point to this machine, but the
 * browser then sends that name; it can send requests here, but only with an {@code Origin}, or without the Content-Type of
 * JSON.
 */
final class Guard {

    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private Guard() {
    }

    static void check(Request request) {
        String host = header(request, "Host");
        if (!THIS_MACHINE.matcher(host).matches()) {
            throw new ControlException(403, "The Host header must name this machine: use localhost or 127.0.0.1.");
        }
        String origin = header(request, "Origin");
        String site = header(request, "Sec-Fetch-Site");
        boolean isForeign = !origin.isEmpty() && !origin.equals("http://" + host)
                || !site.isEmpty() && !site.equals("same-origin") && !site.equals("none");
        if (isForeign) {
            throw new ControlException(403, "Pages of other origins can't control the sandbox.");
        }
        // A DELETE needs none: browsers ask before they let another site send one, and the answer is no.
        if (request.verb().equals("POST")
                && !header(request, "Content-Type").split(";")[0].strip().equals("application/json")) {
            throw new ControlException(415, "The Content-Type must be application/json.");
        }
    }

    private static String header(Request request, String name) {
        return request.headers().getOrDefault(name, List.of("")).get(0).strip().toLowerCase(Locale.ROOT);
    }
}
