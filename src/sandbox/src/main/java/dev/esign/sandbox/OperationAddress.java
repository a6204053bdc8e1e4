package dev.esign.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.Gate;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.Route;

/**
 * Where an operation without a published address is served.
 *
 * @param path with placeholders for whole segments
 * @param query names of query parameters by the placeholder that stands for their values
 */
record OperationAddress(String verb, String path, Map<String, String> query) {

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "DELETE");
    private static final Pattern SEGMENT = Pattern.compile("\\{(sessionId|userName|groupId)}|[^{}?#&]+");
    private static final Pattern PAIR = Pattern.compile("([^{}=&]+)=(?:\\{(sessionId|userName|groupId)}|[^{}&]*)");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it can't be one; the message tells what it must be
     */
    static OperationAddress of(String verb, String uri) {
        String upper = verb.strip().toUpperCase(Locale.ROOT);
        if (!VERBS.contains(upper)) {
            throw new IllegalArgumentException("the verb of an operation must be one of " + String.join(", ", VERBS));
        }
        String relative = uri.strip().replaceFirst("^/+", "");
        int mark = relative.indexOf('?');
        String path = mark < 0 ? relative : relative.substring(0, mark);
        for (String segment : path.split("/")) {
            if (!SEGMENT.matcher(segment).matches()) {
                throw badUri();
            }
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : mark < 0 ? new String[0] : relative.substring(mark + 1).split("&")) {
            Matcher matcher = PAIR.matcher(pair);
            if (!matcher.matches()) {
                throw badUri();
            }
            if (matcher.group(2) != null) {
                query.put(matcher.group(2), matcher.group(1));
            }
        }
        return new OperationAddress(upper, path, Map.copyOf(query));
    }

    /** A route to the call of a method, which finds all placeholders among its variables. */
    Route route(String operation, Gate gate, Call call) {
        return Route.of(operation, verb, path, gate, request -> {
            Request filled = request;
            for (Map.Entry<String, String> parameter : query.entrySet()) {
                filled = filled.with(parameter.getKey(), request.query(parameter.getValue()));
            }
            return call.answer(filled);
        });
    }

    private static IllegalArgumentException badUri() {
        return new IllegalArgumentException("the address of an operation must be a path relative to the sandbox's URL, with a"
                + " query if need be, whose placeholders {sessionId}, {userName} and {groupId} stand for whole segments or"
                + " values");
    }
}
