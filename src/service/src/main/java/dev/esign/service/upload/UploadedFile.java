package dev.esign.service.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import dev.esign.model.DocumentContent;

/**
 * A file that was received.
 *
 * @param part the name of its part
 * @param fileName the name that its sender gave it; null for none
 * @param path where it waits
 * @param bytes its size
 */
public record UploadedFile(String part, String fileName, Path path, long bytes) implements DocumentContent {

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(bytes);
    }

    @Override
    public String toString() {
        return "UploadedFile[bytes=" + bytes + "]";
    }
}
