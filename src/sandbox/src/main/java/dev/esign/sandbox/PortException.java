package dev.esign.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A port that can't be opened. */
final class PortException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    PortException(String message, IOException cause) {
        super(message, cause);
    }
}
