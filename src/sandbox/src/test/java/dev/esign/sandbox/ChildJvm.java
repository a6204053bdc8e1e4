package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks after sandboxes that run as processes of their own. */
final class ChildJvm {

    private ChildJvm() {
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A command that starts soon, since it won't run for long. */
    static List<String> shortLived(String... arguments) {
        return Stream.concat(Stream.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Stream.of(arguments)).toList();
    }

    /** Waits for the line that says where the sandbox listens. */
    static String announcedUrl(Process process) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).startsWith("eSign sandbox: http://127.0.0.1:");
        assertThat(out.readLine()).contains("quarkus.esign.url=" + line.substring(15));
        return line.substring(15);
    }
}
