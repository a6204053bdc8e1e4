package dev.esign.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.esign.DocumentConsumer;

/** Hands on each document when it is whole. */
final class ConsumingSink extends SpoolingSink {

    private final DocumentConsumer consumer;

    ConsumingSink(DocumentConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    Path create() throws IOException {
        return Files.createTempFile("esign-", ".part");
    }

    @Override
    void take(String fileName, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            consumer.accept(fileName, content);
        }
        Files.delete(file); // one at a time: all together may be more than the disk holds
    }
}
