package dev.esign.service.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the parts of a {@code multipart/form-data} body (RFC 7578) one after the other, with a buffer of fixed size. Not
 * thread-safe.
 */
final class MultipartStream {

    private static final int BUFFER_SIZE = 64 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_BOUNDARY = 70;

    private final InputStream in;
    /** What ends a part: the line break before the boundary's line belongs to it. */
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int head;
    private int tail;
    private boolean inPart = true;
    private boolean ended;

    /**
     * Reads a body.
     *
     * @throws MalformedUploadException when that is no boundary
     */
    MultipartStream(InputStream in, String boundary) throws MalformedUploadException {
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY
                || !boundary.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new MalformedUploadException("the Content-Type has no boundary of 1 to " + LONGEST_BOUNDARY + " characters");
        }
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        // The first delimiter may stand at the very beginning, without a line break before it.
        buffer[tail++] = '\r';
        buffer[tail++] = '\n';
    }

    /**
     * Goes to the next part, past what is left of this one.
     *
     * @return its headers by lower-case name; null behind the last part, when all of the body is read
     */
    Map<String, String> nextPart() throws IOException {
        while (inPart) {
            read(null, 0, Integer.MAX_VALUE);
        }
        if (ended) {
            return null;
        }
        if (endsHere()) {
            ended = true;
            skipEpilogue();
            return null;
        }
        inPart = true;
        return headers();
    }

    /** Reads of the current part into the array; -1 at the part's end. */
    int read(byte[] target) throws IOException {
        return inPart ? read(target, 0, target.length) : -1;
    }

    private int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            int end = find(delimiter);
            int safe = end >= 0 ? end : tail - delimiter.length + 1;
            if (safe > head) {
                int count = Math.min(length, safe - head);
                if (target != null) {
                    System.arraycopy(buffer, head, target, offset, count);
                }
                head += count;
                return count;
            }
            if (end >= 0) {
                head += delimiter.length;
                inPart = false;
                return -1;
            }
            fill();
        }
    }

    /** Behind a delimiter: two dashes end the body, a line break begins a part. */
    private boolean endsHere() throws IOException {
        while (tail - head < 2) {
            fill();
        }
        if (buffer[head] == '-' && buffer[head + 1] == '-') {
            return true;
        }
        for (int padding = 0; padding < LONGEST_BOUNDARY; padding++) {
            int next = next();
            if (next == '\r' && next() == '\n') {
                return false;
            }
            if (next != ' ' && next != '\t') {
                break;
            }
        }
        throw new MalformedUploadException("a boundary is followed by something else than the end of its line");
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int left = LONGEST_HEADERS;
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            left -= line.length() + 2;
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedUploadException("a part's header has no colon");
            }
            headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line(int longest) throws IOException {
        byte[] line = new byte[128];
        int length = 0;
        for (int next = next(); next != '\n'; next = next()) {
            if (length == longest) {
                throw new MalformedUploadException("a part's headers are longer than " + LONGEST_HEADERS + " bytes");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(LONGEST_HEADERS, length * 2));
            }
            line[length++] = (byte) next;
        }
        if (length == 0 || line[length - 1] != '\r') {
            throw new MalformedUploadException("a part's header doesn't end with a line break (CR LF)");
        }
        return new String(line, 0, length - 1, StandardCharsets.UTF_8);
    }

    private int next() throws IOException {
        while (head == tail) {
            fill();
        }
        return buffer[head++];
    }

    private int find(byte[] wanted) {
        byte first = wanted[0];
        int last = tail - wanted.length;
        for (int at = head; at <= last; at++) {
            if (buffer[at] == first && matches(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(byte[] wanted, int at) {
        for (int i = 1; i < wanted.length; i++) {
            if (buffer[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, head, buffer, 0, tail - head);
        tail -= head;
        head = 0;
        int count = in.read(buffer, tail, buffer.length - tail);
        if (count < 0) {
            throw new MalformedUploadException("the body ends before its last boundary");
        }
        tail += count;
    }

    /** So that the connection can carry the next request. */
    private void skipEpilogue() throws IOException {
        int count;
        do {
            count = in.read(buffer, 0, buffer.length);
        } while (count >= 0);
    }
}
