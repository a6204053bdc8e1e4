package dev.esign.sandbox.http;

import java.io.IOException;

/** Thrown out of a handler, it makes the server close the connection and forget it. */
final class ConnectionDroppedException extends IOException {

    private static final long serialVersionUID = 1L;

    ConnectionDroppedException() {
        super("dropped on purpose");
    }
}
