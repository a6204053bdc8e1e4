package dev.esign.service.tags;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A document that was sent as the body of a request, in a file until it is closed. */
record Upload(Path file) implements AutoCloseable {

    /** Writes the body into a file of its own. */
    static Upload of(InputStream body) throws IOException {
        Upload upload = new Upload(Files.createTempFile("esign-anchor-tags-", null));
        try {
            Files.copy(body, upload.file, StandardCopyOption.REPLACE_EXISTING);
            return upload;
        } catch (IOException | RuntimeException brokenOff) {
            upload.close();
            throw brokenOff;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
