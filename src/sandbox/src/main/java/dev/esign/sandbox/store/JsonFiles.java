package dev.esign.sandbox.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A folder of JSON files, one per thing. A file is there as a whole or not at all: it is written beside and then moved. */
final class JsonFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String UNFINISHED = ".tmp";

    private final Path folder;

    JsonFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Reads one of the files. */
    interface Reader<T> {

        T read(JsonNode tree);
    }

    /** Writes a thing. Calls for the same name must not overlap. */
    void write(String name, JsonNode tree) throws IOException {
        Path subfolder = folder.resolve(name.substring(0, 2));
        Path unfinished = subfolder.resolve(name + UNFINISHED);
        byte[] bytes = MAPPER.writeValueAsBytes(tree);
        try {
            Files.write(unfinished, bytes);
        } catch (NoSuchFileException e) {
            Files.createDirectories(subfolder);
            Files.write(unfinished, bytes);
        }
        Files.move(unfinished, subfolder.resolve(name + ".json"), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads everything.
     *
     * @throws IOException if a file can't be read; names it
     */
    <T> List<T> read(Reader<T> reader) throws IOException {
        List<T> all = new ArrayList<>();
        try (DirectoryStream<Path> subfolders = Files.newDirectoryStream(folder)) {
            for (Path subfolder : subfolders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(subfolder)) {
                    for (Path file : files) {
                        if (file.toString().endsWith(UNFINISHED)) {
                            Files.delete(file);
                        } else {
                            all.add(read(file, reader));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Deletes everything. */
    void clear() throws IOException {
        try (DirectoryStream<Path> subfolders = Files.newDirectoryStream(folder)) {
            for (Path subfolder : subfolders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(subfolder)) {
                    for (Path file : files) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static <T> T read(Path file, Reader<T> reader) throws IOException {
        try {
            return reader.read(MAPPER.readTree(Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            // Neither message is passed on: it may quote the content.
            throw new IOException("the file " + file + " is damaged; delete it to go on without what it holds");
        }
    }
}
