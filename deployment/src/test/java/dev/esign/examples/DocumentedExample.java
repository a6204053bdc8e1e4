package dev.esign.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An example that a guide prints as it is compiled here. */
final class DocumentedExample {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String START = "// tag::example[]\n";

    private DocumentedExample() {
    }

    static void assertPrintedIn(String guide, Class<?> example) {
        String source = read("deployment/src/test/java/" + example.getName().replace('.', '/') + ".java");
        String printed = source.substring(source.indexOf(START) + START.length(), source.indexOf("// end::example[]"));

        assertThat(read(guide)).contains("```java\n" + printed + "```");
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
