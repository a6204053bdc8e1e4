package dev.esign.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * An answer that is no success, before it is read.
 *
 * @serial exclude
 */
public final class StreamedErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_ERROR = 400;
    private static final int LONGEST_ERROR = 1 << 16;

    private final int status;
    private final transient InputStream answer;
    private final Duration retryAfter;

    StreamedErrorException(int status, InputStream answer, Duration retryAfter) {
        super("HTTP " + status);
        this.status = status;
        this.answer = answer;
        this.retryAfter = retryAfter;
    }

    /**
     * Reads the answer, on a thread that may wait, and closes it.
     *
     * @return what other calls fail with: an {@link ErrorStatusException} with eSign's texts; for a redirection, which nobody
     *         documents and which a token mustn't follow, an {@link UnreadableAnswerException}
     */
    public Exception read() {
        byte[] body;
        try (answer) {
            body = answer.readNBytes(LONGEST_ERROR);
        } catch (IOException lost) {
            body = new byte[0]; // the status says it all
        }
        return status < FIRST_ERROR ? new UnreadableAnswerException("the answer is a redirection (HTTP " + status + ")")
                : new ErrorStatusException(status, ErrorStatusMapper.details(body), retryAfter);
    }
}
