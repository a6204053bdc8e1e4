package dev.esign.sandbox.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.PercentEncoding;
import dev.esign.sandbox.http.Request;

/** Reads the two forms in which a browser sends a form. */
final class FormReader {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i); *name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i); *filename=\"([^\"]*)\"");
    private static final byte[] END_OF_HEAD = { '\r', '\n', '\r', '\n' };

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Form.File> files = new LinkedHashMap<>();

    private FormReader() {
    }

    /**
     * Reads the body of a request.
     *
     * @param limit how many bytes it may have
     * @throws MalformedRequestException if it is larger, or no form
     */
    static Form read(Request request, int limit) throws MalformedRequestException {
        FormReader reader = new FormReader();
        byte[] body = bytes(request, limit);
        String type = request.body().contentType();
        Matcher boundary = BOUNDARY.matcher(type);
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            reader.readPairs(new String(body, StandardCharsets.ISO_8859_1));
        } else if (boundary.find()) {
            reader.readParts(body, ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1));
        } else {
            throw new MalformedRequestException("The form names no boundary between its parts.");
        }
        return new Form(Map.copyOf(reader.values), Map.copyOf(reader.files));
    }

    private static byte[] bytes(Request request, int limit) throws MalformedRequestException {
        byte[] body;
        try {
            body = request.body().readNBytes(limit + 1);
        } catch (IOException e) {
            throw request.body().failure("The form ends too early.");
        }
        if (body.length > limit) {
            throw new MalformedRequestException(413, "The form is larger than " + limit + " bytes.");
        }
        return body;
    }

    private void readPairs(String body) throws MalformedRequestException {
        for (String pair : body.isEmpty() ? new String[0] : body.split("&")) {
            int equals = pair.indexOf('=');
            add(PercentEncoding.decode(equals < 0 ? pair : pair.substring(0, equals), true),
                    equals < 0 ? "" : PercentEncoding.decode(pair.substring(equals + 1), true));
        }
    }

    private void readParts(byte[] body, byte[] boundary) throws MalformedRequestException {
        int start = indexOf(body, boundary, 0);
        while (start >= 0) {
            int from = start + boundary.length + 2;
            int next = indexOf(body, boundary, from);
            int head = indexOf(body, END_OF_HEAD, from);
            if (next < 0) {
                return;
            }
            if (head < 0 || head > next) {
                throw new MalformedRequestException("A part of the form has no head.");
            }
            // The line break before a boundary belongs to the boundary.
            readPart(new String(body, from, head - from, StandardCharsets.UTF_8),
                    Arrays.copyOfRange(body, head + END_OF_HEAD.length, Math.max(next - 2, head + END_OF_HEAD.length)));
            start = next;
        }
    }

    private void readPart(String head, byte[] content) {
        Matcher name = NAME.matcher(head);
        Matcher fileName = FILE_NAME.matcher(head);
        if (!name.find()) {
            return;
        }
        if (fileName.find()) {
            // Some browsers send a path; a form whose file was not chosen sends an empty name.
            String last = fileName.group(1).replaceFirst("^.*[/\\\\]", "");
            if (!last.isBlank()) {
                files.put(name.group(1), new Form.File(last, content));
            }
        } else {
            add(name.group(1), new String(content, StandardCharsets.UTF_8));
        }
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0]
                    && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
