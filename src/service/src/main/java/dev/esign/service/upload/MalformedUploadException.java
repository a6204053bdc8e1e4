package dev.esign.service.upload;

import java.io.IOException;

/** A multipart body that can't be read. The message is for the sender and quotes nothing of the body. */
final class MalformedUploadException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedUploadException(String problem) {
        super(problem);
    }
}
