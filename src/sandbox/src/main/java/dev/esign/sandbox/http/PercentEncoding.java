package dev.esign.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads percent-encoded UTF-8. */
public final class PercentEncoding {

    private PercentEncoding() {
    }

    /**
     * Decodes one path segment, or one name or value of a query.
     *
     * @param plusIsSpace whether a plus stands for a space, as it does in a query but not in a path
     */
    public static String decode(String raw, boolean plusIsSpace) throws MalformedRequestException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.write(octet(raw, i));
                i += 2;
            } else {
                // The server hands bytes above 127 over as characters, one for one.
                bytes.write(c == '+' && plusIsSpace ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedRequestException("The URL is not percent-encoded UTF-8.");
        }
    }

    private static int octet(String raw, int percent) throws MalformedRequestException {
        int high = percent + 2 < raw.length() ? Character.digit(raw.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < raw.length() ? Character.digit(raw.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new MalformedRequestException("The URL has a percent sign without two hexadecimal digits.");
        }
        return high << 4 | low;
    }
}
