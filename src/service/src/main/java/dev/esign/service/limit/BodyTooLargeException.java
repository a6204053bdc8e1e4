package dev.esign.service.limit;

import java.io.IOException;

/** A request's body turned out to be too large while it was read. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("the body is too large");
    }
}
