package dev.esign;

import java.nio.file.Path;

/**
 * A document that was saved. {@code toString} doesn't show its names, which may name people.
 *
 * @param fileName the name that eSign gave it; {@code document} when it gave none
 * @param path the file, whose name may differ where {@code fileName} isn't a safe or a free one
 * @param size how many bytes it has
 */
public record SavedDocument(String fileName, Path path, long size) {

    @Override
    public String toString() {
        return "SavedDocument[***, " + size + " bytes]";
    }
}
