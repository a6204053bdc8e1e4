package dev.esign.service.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import dev.esign.service.problem.FieldProblem;
import dev.esign.service.problem.MalformedRequestException;
import dev.esign.service.problem.ProblemException;
import dev.esign.service.problem.ProblemKind;
import io.quarkus.runtime.Startup;

/**
 * Receives multipart requests: the part {@code session} into memory, each file into a private temporary file, so that memory
 * doesn't grow with documents, and that they can be sent to eSign again when a call has to be repeated. Thread-safe.
 */
@Startup
@Singleton
public class Uploads {

    private static final String SESSION = "session";
    private static final Set<String> UNENCODED = Set.of("7bit", "8bit", "binary");

    private final UploadsConfig config;
    private final Semaphore places;
    private final Spool spool;

    Uploads(UploadsConfig config) {
        this.config = config;
        this.places = new Semaphore(config.maxConcurrent());
        try {
            this.spool = Spool.open(config.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("esign.service.uploads.directory can't be used: " + config.directory(), e);
        }
    }

    /**
     * Receives a request. Blocks until all of it is there.
     *
     * @param body the request's body; read to its end unless this fails
     * @param contentType the request's Content-Type, with the boundary
     * @return what was received, to be closed by the caller
     * @throws MalformedRequestException when the body isn't well-formed
     * @throws ProblemException when there are too many at the same time
     * @throws IOException when the sender went away, or the body is too large
     */
    public Upload receive(InputStream body, String contentType) throws IOException {
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemKind.OVERLOADED);
        }
        List<UploadedFile> files = new ArrayList<>();
        boolean received = false;
        try {
            byte[] session = receive(
                    new MultipartStream(body, HeaderParameters.of(contentType).get("boundary")), files);
            received = true;
            return new Upload(session, files, places::release);
        } catch (MalformedUploadException malformed) {
            throw new MalformedRequestException(new FieldProblem(null, malformed.getMessage()));
        } finally {
            if (!received) {
                Upload.delete(files);
                places.release();
            }
        }
    }

    /** The part {@code session}, or null. Files are added to the list before they are written, so that none is forgotten. */
    private byte[] receive(MultipartStream parts, List<UploadedFile> files) throws IOException {
        byte[] session = null;
        byte[] buffer = new byte[64 * 1024];
        for (Map<String, String> headers = parts.nextPart(); headers != null; headers = parts.nextPart()) {
            HeaderParameters disposition = disposition(headers);
            String name = HeaderParameters.formName(disposition.get("name"));
            if (!name.equals(SESSION)) {
                if (files.size() == config.maxFiles()) {
                    throw new MalformedUploadException("there are more than " + config.maxFiles() + " files");
                }
                files.add(new UploadedFile(name, fileName(disposition), spool.newFile(), 0));
                int last = files.size() - 1;
                files.set(last, write(parts, buffer, files.get(last)));
            } else if (session == null) {
                session = readSession(parts, buffer);
            } else {
                throw new MalformedUploadException("there is more than one part named " + SESSION);
            }
        }
        return session;
    }

    private static HeaderParameters disposition(Map<String, String> headers) throws MalformedUploadException {
        HeaderParameters disposition = HeaderParameters.of(headers.get("content-disposition"));
        if (!disposition.value().equals("form-data") || disposition.get("name") == null) {
            throw new MalformedUploadException("a part has no Content-Disposition: form-data with a name");
        }
        String encoding = headers.get("content-transfer-encoding");
        if (encoding != null && !UNENCODED.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new MalformedUploadException("a part has a Content-Transfer-Encoding; send its bytes as they are");
        }
        return disposition;
    }

    private static String fileName(HeaderParameters disposition) {
        return disposition.extended("filename").orElseGet(
                () -> disposition.get("filename") == null ? null : HeaderParameters.formName(disposition.get("filename")));
    }

    private byte[] readSession(MultipartStream parts, byte[] buffer) throws IOException {
        int longest = Math.toIntExact(config.maxSessionSize().asLongValue());
        byte[] session = new byte[0];
        for (int count = parts.read(buffer); count >= 0; count = parts.read(buffer)) {
            if (session.length + count > longest) {
                throw new MalformedUploadException("the part named " + SESSION + " is longer than " + longest
                        + " bytes; documents go into parts of their own");
            }
            session = Arrays.copyOf(session, session.length + count);
            System.arraycopy(buffer, 0, session, session.length - count, count);
        }
        return session;
    }

    /** Failing to write is the service's own fault, and not that of the sender. */
    private static UploadedFile write(MultipartStream parts, byte[] buffer, UploadedFile file) throws IOException {
        long size = 0;
        try (OutputStream out = open(file)) {
            for (int count = parts.read(buffer); count >= 0; count = parts.read(buffer)) {
                write(out, buffer, count);
                size += count;
            }
        }
        return new UploadedFile(file.part(), file.fileName(), file.path(), size);
    }

    private static OutputStream open(UploadedFile file) {
        try {
            return Files.newOutputStream(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() throws IOException {
        spool.close();
    }
}
