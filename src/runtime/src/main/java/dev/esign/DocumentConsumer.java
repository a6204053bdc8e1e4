package dev.esign;

import java.io.IOException;
import java.io.InputStream;

/** Takes documents, one after the other. */
@FunctionalInterface
public interface DocumentConsumer {

    /**
     * Takes a document. The next one isn't received before this returns. What it throws ends the call: an unchecked exception
     * as it is, an {@link IOException} inside an {@link java.io.UncheckedIOException}.
     *
     * @param fileName its name as eSign wrote it, which isn't safe to be used as the name of a file; {@code document} when
     *        eSign gave none
     * @param content its bytes, whole; closed afterwards
     * @throws IOException when the document can't be taken
     */
    void accept(String fileName, InputStream content) throws IOException;
}
