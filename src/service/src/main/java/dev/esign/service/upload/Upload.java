package dev.esign.service.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.jboss.logging.Logger;

/** A multipart request that was received: its part {@code session} and its files, which are deleted when it is closed. */
public final class Upload implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Upload.class);

    private final byte[] session;
    private final List<UploadedFile> files;
    private final Runnable closing;

    Upload(byte[] session, List<UploadedFile> files, Runnable closing) {
        this.session = session;
        this.files = List.copyOf(files);
        this.closing = closing;
    }

    /** The JSON; null when there was no such part. */
    public byte[] session() {
        return session;
    }

    /** The files, in the order of their parts. */
    public List<UploadedFile> files() {
        return files;
    }

    @Override
    public void close() {
        delete(files);
        closing.run();
    }

    static void delete(List<UploadedFile> files) {
        for (UploadedFile file : files) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                LOG.errorf("The received file %s couldn't be deleted: %s", file.path(), e.getClass().getName());
            }
        }
    }

    @Override
    public String toString() {
        return "Upload[files=" + files.size() + "]";
    }
}
