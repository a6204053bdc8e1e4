package dev.esign;

/**
 * Watches a session being sent. Called on the thread that reads the documents, after each part that was handed to the HTTP
 * client; counts start again when a call is repeated because its token was refused. What it throws ends the upload.
 */
@FunctionalInterface
public interface UploadProgress {

    /** The total of a request that is sent in chunks. */
    long UNKNOWN = -1;

    /** Watches nothing. */
    UploadProgress NONE = (sent, total) -> {
    };

    /**
     * Some more has been sent.
     *
     * @param sent bytes of the request so far
     * @param total bytes of the request, documents in their encoded form included; {@link #UNKNOWN} when it is sent in
     *        chunks
     */
    void sent(long sent, long total);
}
