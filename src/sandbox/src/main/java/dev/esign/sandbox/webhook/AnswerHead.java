package dev.esign.sandbox.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little of an HTTP answer's head that a sender of webhooks needs.
 *
 * @param length how many bytes follow, or {@link Long#MAX_VALUE} if only the end of the connection tells
 */
record AnswerHead(int status, long length) {

    private static final int MOST_LETTERS = 64 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
    private static final Pattern LENGTH = Pattern.compile("content-length:\\s*(\\d{1,18})\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * Reads until the body begins.
     *
     * @throws ProtocolException if it isn't HTTP
     * @throws EOFException if it ends too early
     */
    static AnswerHead read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        AnswerHead head;
        do {
            head = readOne(lines);
            // 100 and its like announce another head.
        } while (head.status < 200);
        return head;
    }

    private static AnswerHead readOne(Lines lines) throws IOException {
        Matcher statusLine = STATUS_LINE.matcher(lines.next());
        if (!statusLine.matches()) {
            throw new ProtocolException("no status line");
        }
        int status = Integer.parseInt(statusLine.group(1));
        long length = status == 204 || status == 304 ? 0 : Long.MAX_VALUE;
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            Matcher announced = LENGTH.matcher(line);
            if (announced.matches()) {
                length = Math.min(length, Long.parseLong(announced.group(1)));
            }
        }
        return new AnswerHead(status, length);
    }

    private static final class Lines {

        private final InputStream in;
        private int letters;

        Lines(InputStream in) {
            this.in = in;
        }

        String next() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    throw new EOFException("the answer ended in its head");
                }
                if (++letters > MOST_LETTERS) {
                    throw new ProtocolException("the head has no end");
                }
                line.append((char) octet);
            }
            int last = line.length() - 1;
            return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
        }
    }
}
