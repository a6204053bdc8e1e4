package dev.esign.runtime;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.esign.rest.DocumentSink;

/**
 * Writes documents into temporary files of its own until they are whole. What fails here is a {@link LocalFailure}, so that it
 * isn't taken for a failure of the connection. Closing deletes all files that are still temporary.
 */
abstract class SpoolingSink implements DocumentSink, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** Something failed on this side, not eSign. */
    static final class LocalFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LocalFailure(RuntimeException cause) {
            super(null, cause, false, false);
        }

        @Override
        public synchronized RuntimeException getCause() {
            return (RuntimeException) super.getCause();
        }
    }

    /** What may fail while it works with files or for the application. */
    interface Work<T> {
        T run() throws IOException;
    }

    private final Set<Path> temporary = new LinkedHashSet<>();

    /** Makes an empty file with a name that nothing else has. */
    abstract Path create() throws IOException;

    /** Takes a whole document; the file may be moved away. */
    abstract void take(String fileName, Path file) throws IOException;

    static <T> T locally(Work<T> work) {
        try {
            return work.run();
        } catch (LocalFailure known) {
            throw known;
        } catch (IOException failure) {
            throw new LocalFailure(new UncheckedIOException("a document can't be written or taken", failure));
        } catch (RuntimeException failure) {
            throw new LocalFailure(failure);
        }
    }

    @Override
    public Place begin() {
        Path file = locally(this::create);
        own(file);
        return new Place() {

            @Override
            public OutputStream open() {
                return locally(() -> new LocalOutput(new BufferedOutputStream(Files.newOutputStream(file), BUFFER)));
            }

            @Override
            public void finish(String fileName) {
                locally(() -> {
                    take(fileName == null ? SafeFileName.NAMELESS : fileName, file);
                    return null;
                });
            }
        };
    }

    /** Adds a file to those that are deleted in the end. */
    final void own(Path file) {
        temporary.add(file);
    }

    /** Deletes what is left; a file that can't be deleted doesn't hide why the call failed. */
    @Override
    public void close() {
        for (Path file : temporary) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private static final class LocalOutput extends FilterOutputStream {

        LocalOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) {
            locally(() -> {
                out.write(b);
                return null;
            });
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            locally(() -> {
                out.write(bytes, offset, length);
                return null;
            });
        }

        @Override
        public void flush() {
            locally(() -> {
                out.flush();
                return null;
            });
        }

        @Override
        public void close() {
            locally(() -> {
                out.close();
                return null;
            });
        }
    }
}
