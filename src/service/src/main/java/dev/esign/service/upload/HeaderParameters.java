package dev.esign.service.upload;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A header's value such as {@code form-data; name="document"; filename="agreement.docx"}. Immutable. */
final class HeaderParameters {

    private final String value;
    private final Map<String, String> parameters = new HashMap<>();

    private HeaderParameters(String header) {
        int end = valueEnd(header, 0);
        this.value = header.substring(0, end).strip().toLowerCase(Locale.ROOT);
        while (end < header.length()) {
            int start = end + 1;
            end = valueEnd(header, start);
            int equals = header.indexOf('=', start);
            if (equals > 0 && equals < end) {
                parameters.putIfAbsent(header.substring(start, equals).strip().toLowerCase(Locale.ROOT),
                        unquote(header.substring(equals + 1, end).strip()));
            }
        }
    }

    static HeaderParameters of(String header) {
        return new HeaderParameters(header == null ? "" : header);
    }

    /** What stands before the first semicolon, in lower case. */
    String value() {
        return value;
    }

    String get(String name) {
        return parameters.get(name);
    }

    /** A parameter in the form {@code name*=UTF-8''na%C3%AFve}, which some senders use for names that aren't ASCII. */
    Optional<String> extended(String name) {
        String[] parts = parameters.getOrDefault(name + "*", "").split("'", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(parts[2].replace("+", "%2B"), Charset.forName(parts[0])));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException notDecodable) {
            return Optional.empty();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    /** As browsers and curl write it: a quotation mark as %22 or with a backslash, line breaks as %0D and %0A. */
    static String formName(String text) {
        return text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    /** The next semicolon outside of quotation marks, or the end. */
    private static int valueEnd(String header, int start) {
        boolean quoted = false;
        for (int i = start; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted && isEscaping(header, i)) {
                i++;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return header.length();
    }

    private static String unquote(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        StringBuilder unquoted = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '\\' && isEscaping(text, i)) {
                i++;
            }
            unquoted.append(text.charAt(i));
        }
        return unquoted.toString();
    }

    /** Senders that don't escape leave a backslash before anything else, as in a path of Windows. */
    private static boolean isEscaping(String text, int backslash) {
        return backslash + 1 < text.length() && (text.charAt(backslash + 1) == '"' || text.charAt(backslash + 1) == '\\');
    }
}
