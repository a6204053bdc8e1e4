package dev.esign.rest;

import java.io.IOException;
import java.io.OutputStream;

/** Where the documents of an answer go. Used by one thread. */
public interface DocumentSink {

    /**
     * A document begins. A further one may begin before this one is finished.
     *
     * @return the place for it
     */
    Place begin();

    /** The place of one document. A document that is never finished isn't whole. */
    interface Place {

        /**
         * Where the document's bytes go.
         *
         * @return the stream, opened once and closed by the reader when all bytes are written
         * @throws IOException when it can't be opened
         */
        OutputStream open() throws IOException;

        /**
         * The document is whole.
         *
         * @param fileName its name as eSign wrote it; null when it has none
         */
        void finish(String fileName);
    }
}
