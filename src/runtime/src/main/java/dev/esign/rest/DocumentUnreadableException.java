package dev.esign.rest;

import java.io.IOException;

/** A document of the caller's couldn't be read, or changed while it was being sent. Says which one by its place. */
public final class DocumentUnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    DocumentUnreadableException(int index, String problem, IOException cause) {
        super("documents[" + index + "]: " + problem, cause);
    }
}
