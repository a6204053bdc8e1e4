package dev.esign.anchortags;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A document to read tags from: a file, bytes, or a stream that can be opened again. Immutable, holds nothing open. */
public final class TagDocument {

    /** Opens a document. */
    @FunctionalInterface
    public interface Content {

        /**
         * Opens the document from its beginning.
         *
         * @return a new stream, which is closed after use
         * @throws IOException when that fails
         */
        InputStream open() throws IOException;
    }

    private final String name;
    private final Content content;
    private final Path path;
    private final byte[] bytes;

    private TagDocument(String name, Content content, Path path, byte[] bytes) {
        this.name = Objects.requireNonNull(name, "name");
        this.content = content;
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * A file. It is read where it is.
     *
     * @param path the file
     * @return the document, named as the file without its folder
     */
    public static TagDocument of(Path path) {
        return of(String.valueOf(path.getFileName()), path);
    }

    /**
     * A file under another name.
     *
     * @param name what findings call it
     * @param path the file
     * @return the document
     */
    public static TagDocument of(String name, Path path) {
        return new TagDocument(name, () -> Files.newInputStream(path), path, null);
    }

    /**
     * A document in memory.
     *
     * @param name what findings call it
     * @param bytes the whole document; not copied, so don't change it while it is read
     * @return the document
     */
    public static TagDocument of(String name, byte[] bytes) {
        return new TagDocument(name, () -> new ByteArrayInputStream(bytes), null, bytes);
    }

    /**
     * A document from anywhere. It is opened more than once, and put into a temporary file while its tags are read.
     *
     * @param name what findings call it
     * @param content opens it
     * @return the document
     */
    public static TagDocument of(String name, Content content) {
        return new TagDocument(name, Objects.requireNonNull(content, "content"), null, null);
    }

    /** @return what findings call it */
    public String name() {
        return name;
    }

    InputStream open() throws IOException {
        return content.open();
    }

    Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    Optional<byte[]> bytes() {
        return Optional.ofNullable(bytes);
    }

    @Override
    public String toString() {
        return "TagDocument[" + name + "]";
    }
}
