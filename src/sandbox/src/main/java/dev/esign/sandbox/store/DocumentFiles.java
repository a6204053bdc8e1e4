package dev.esign.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

import dev.esign.sandbox.session.DocumentContent;
import dev.esign.sandbox.session.DocumentPlace;
import dev.esign.sandbox.session.DocumentSink;

/**
 * Documents as files that are named after their SHA-256 digest, so that the same bytes are kept once. Thread-safe.
 */
final class DocumentFiles implements DocumentPlace {

    /** Bytes that just came may belong to a session that isn't kept yet. */
    private static final Duration GRACE = Duration.ofHours(1);
    private static final int MEMORY = 64 * 1024;

    private final Path documents;
    private final Path unfinished;

    DocumentFiles(Path directory) throws IOException {
        this.documents = Files.createDirectories(directory.resolve("documents"));
        this.unfinished = Files.createDirectories(directory.resolve("unfinished"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(unfinished)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    @Override
    public DocumentSink begin(long limit) {
        return new Sink(limit);
    }

    @Override
    public DocumentContent take(DocumentContent content) {
        try (DocumentSink sink = begin(Long.MAX_VALUE); InputStream in = content.open()) {
            in.transferTo(sink);
            return sink.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DocumentContent content(long size, String sha256) {
        return size == 0 ? DocumentContent.NONE : DocumentContent.of(() -> open(path(sha256)), size, sha256);
    }

    /** Deletes all documents but those that are needed. */
    void keepOnly(Set<String> needed) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(documents)) {
            for (Path folder : folders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                    for (Path file : files) {
                        if (!needed.contains(file.getFileName().toString())) {
                            Files.delete(file);
                        }
                    }
                }
            }
        }
    }

    /** Deletes a document that no session has any more; one that came lately stays until the next start. */
    synchronized void release(String sha256) throws IOException {
        Path file = path(sha256);
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(GRACE))) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            // It is gone already.
        }
    }

    private synchronized void take(Path finished, String sha256) throws IOException {
        Path file = path(sha256);
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            Files.delete(finished);
        } else {
            Files.createDirectories(file.getParent());
            Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path path(String sha256) {
        return documents.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document that arrives: in memory while it is small, in a file when it isn't. */
    private final class Sink extends DocumentSink {

        private final long limit;
        private final MessageDigest digest = sha256();
        private final Path file = unfinished.resolve(UUID.randomUUID().toString());
        private final byte[] buffer = new byte[MEMORY];
        private OutputStream out;
        private int used;
        private long size;

        Sink(long limit) {
            this.limit = limit;
        }

        @Override
        public void write(int octet) {
            if (used == buffer.length) {
                spill();
            }
            buffer[used++] = (byte) octet;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int from = offset;
            int end = offset + length;
            while (from < end) {
                if (used == buffer.length) {
                    spill();
                }
                int count = Math.min(end - from, buffer.length - used);
                System.arraycopy(bytes, from, buffer, used, count);
                used += count;
                from += count;
            }
        }

        @Override
        public DocumentContent finish() {
            if (size + used == 0) {
                return DocumentContent.NONE;
            }
            spill();
            if (size > limit) {
                return DocumentContent.tooLarge();
            }
            try {
                out.close();
                String sha256 = HexFormat.of().formatHex(digest.digest());
                take(file, sha256);
                out = null;
                return content(size, sha256);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            if (out != null) {
                try {
                    out.close();
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void spill() {
            size += used;
            try {
                if (out == null) {
                    out = Files.newOutputStream(file);
                }
                if (size <= limit) {
                    digest.update(buffer, 0, used);
                    out.write(buffer, 0, used);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            used = 0;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every Java", e);
            }
        }
    }
}
