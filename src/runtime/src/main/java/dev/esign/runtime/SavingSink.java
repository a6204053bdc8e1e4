package dev.esign.runtime;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;

import dev.esign.SavedDocument;

/** Saves documents in a directory: all of them, or none. */
final class SavingSink extends SpoolingSink {

    private record Whole(String fileName, Path file) {
    }

    private final Path directory;
    private final Lock moving;
    private final List<Whole> documents = new ArrayList<>();

    /** {@code moving} keeps calls from giving the same name twice. */
    SavingSink(Path directory, Lock moving) {
        this.directory = directory;
        this.moving = moving;
    }

    @Override
    Path create() throws IOException {
        // not createTempFile: the file stays, so it gets the permissions that files have here
        return Files.createFile(directory.resolve(".esign-" + UUID.randomUUID() + ".part"));
    }

    @Override
    void take(String fileName, Path file) {
        documents.add(new Whole(fileName, file));
    }

    /** Gives all documents their names. */
    List<SavedDocument> moveIntoPlace() {
        List<SavedDocument> saved = new ArrayList<>();
        moving.lock();
        try {
            for (Whole document : documents) {
                saved.add(locally(() -> move(document)));
            }
            return List.copyOf(saved);
        } catch (LocalFailure failure) {
            saved.forEach(document -> own(document.path()));
            throw failure;
        } finally {
            moving.unlock();
        }
    }

    private SavedDocument move(Whole document) throws IOException {
        long size = Files.size(document.file());
        SafeFileName name = SafeFileName.of(document.fileName());
        for (int number = 1;; number++) {
            Path target = name.in(directory, number);
            try {
                return new SavedDocument(document.fileName(), Files.move(document.file(), target), size);
            } catch (FileAlreadyExistsException taken) {
                // the next number
            } catch (FileSystemException failure) {
                // Its message has the document's name, which may name people, so it isn't kept as a cause.
                throw new FileSystemException(directory.toString(), null, failure.getReason());
            }
        }
    }
}
