package dev.esign.sandbox.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.PercentEncoding;
import dev.esign.sandbox.http.Request;

/** The head of a request, without its secrets. */
final class Addresses {

    /** A path that isn't documented may be a slip in one that holds a key and a salt. */
    private static final Pattern BEHIND_SECRETIVE_WORDS = Pattern.compile("(?i)(?:encrypt|token|authenticateuser)[^/]*/(.*)");

    private final Mask mask;

    Addresses(Mask mask) {
        this.mask = mask;
    }

    String path(Request request) {
        String path = request.rawPath();
        return request.route().map(route -> route.path().with(path, Mask::isSecret, mask::of)).orElseGet(() -> {
            Matcher matcher = BEHIND_SECRETIVE_WORDS.matcher(path);
            return matcher.find() ? path.substring(0, matcher.start(1)) + mask.of(matcher.group(1)) : path;
        });
    }

    Map<String, String> query(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            values.putIfAbsent(name, Mask.isSecret(name) ? mask.of(value) : value);
        }
        return values;
    }

    Map<String, List<String>> headers(Map<String, List<String>> given) {
        Map<String, List<String>> headers = new TreeMap<>();
        given.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
                Mask.isSecret(name) ? values.stream().map(mask::of).toList() : List.copyOf(values)));
        return headers;
    }

    private static String decoded(String raw) {
        try {
            return PercentEncoding.decode(raw, true);
        } catch (MalformedRequestException e) {
            return raw;
        }
    }
}
