package dev.esign.rest;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Percent-encodes what a URI allows in a path but servers read in different ways: an API key in a path may hold a plus sign,
 * which some take for a space, or a semicolon, behind which some expect parameters. Thread-safe.
 */
@Priority(Priorities.HEADER_DECORATOR)
public class PathEncodingFilter implements ClientRequestFilter {

    private static final Pattern AMBIGUOUS = Pattern.compile("[^A-Za-z0-9._~/%-]");

    @Override
    public void filter(ClientRequestContext context) {
        URI uri = context.getUri();
        String path = uri.getRawPath();
        String encoded = encode(path);
        if (!encoded.equals(path)) {
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            context.setUri(URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + encoded + query));
        }
    }

    /** Encodes single ASCII characters; all others have been encoded before. */
    static String encode(String rawPath) {
        return AMBIGUOUS.matcher(rawPath)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.format(Locale.ROOT, "%%%02X", (int) match.group().charAt(0))));
    }
}
