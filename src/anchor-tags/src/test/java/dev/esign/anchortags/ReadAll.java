package dev.esign.anchortags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads all documents of a folder, in a process of its own, and tells how each of them ended. */
final class ReadAll {

    private ReadAll() {
    }

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            List<Path> documents = files.sorted().toList();
            documents.forEach(document -> System.out.println(document.getFileName() + " " + read(document)));
        }
    }

    private static String read(Path document) {
        long start = System.nanoTime();
        String end;
        try {
            end = "read " + AnchorTags.standard().read(TagDocument.of(document)).kind();
        } catch (UnreadableDocumentException e) {
            end = e.reason() + " " + e.getMessage();
        }
        return (System.nanoTime() - start) / 1_000_000 + " ms " + end;
    }
}
