package dev.esign.tooling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.quarkus.registry.catalog.Extension;

/** What this module's build tells Quarkus' tools of the extension: the file that goes into the artifact. */
final class ExtensionDescriptor {

    private ExtensionDescriptor() {
    }

    static Extension read() {
        try {
            return Extension.fromFile(Path.of("target/classes/META-INF/quarkus-extension.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
