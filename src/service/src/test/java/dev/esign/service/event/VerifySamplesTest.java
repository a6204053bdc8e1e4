package dev.esign.service.event;

import static dev.esign.service.event.GuideSample.assumeThereIs;
import static dev.esign.service.event.GuideSample.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.service.event.GuideSample.Outcome;

/** The guide's samples accept what the service signs, and nothing else. */
class VerifySamplesTest {

    private static final String SECRET = secret("0123456789abcdef0123456789abcdef");
    private static final String OLD_SECRET = secret("fedcba9876543210fedcba9876543210");
    private static final String BODY = "{\"title\":\"Träger & Söhne\"}";

    @TempDir
    Path directory;

    @Test
    void inPython() throws Exception {
        assumeThereIs("python3");
        Path program = write("verify.py", read("python", "def verify") + """

                import sys
                secret, id, timestamp, signature, body = sys.argv[1:]
                verify(secret, {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature},
                       open(body, "rb").read())
                """);

        verifies("python3", program.toString());
    }

    @Test
    void inJavaScript() throws Exception {
        assumeThereIs("node");
        Path program = write("verify.mjs", read("javascript", "function verify") + """

                import { readFileSync } from 'node:fs';
                const [secret, id, timestamp, signature, body] = process.argv.slice(2);
                verify(secret, { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
                  readFileSync(body));
                """);

        verifies("node", program.toString());
    }

    @Test
    void inJava() throws Exception {
        Path program = write("Verify.java", """
                import java.nio.charset.StandardCharsets;
                import java.nio.file.*;
                import java.security.*;
                import java.time.Instant;
                import java.util.*;
                import javax.crypto.Mac;
                import javax.crypto.spec.SecretKeySpec;
                class Verify {
                    public static void main(String[] args) throws Exception {
                        verify(args[0], Map.of("webhook-id", args[1], "webhook-timestamp", args[2], "webhook-signature",
                                args[3]), Files.readAllBytes(Path.of(args[4])));
                    }
                """ + read("java", "void verify") + "}\n");

        verifies(Path.of(System.getProperty("java.home"), "bin", "java").toString(), program.toString());
    }

    private void verifies(String... program) throws Exception {
        long now = Instant.now().getEpochSecond();

        assertThat(run(program, now, sign(now, SECRET), BODY).exitCode()).isZero();
        assertThat(run(program, now, sign(now, OLD_SECRET, SECRET), BODY).exitCode()).isZero();
        assertRefused(run(program, now, sign(now, SECRET), BODY + " "), "the call is not from the service");
        assertRefused(run(program, now, sign(now, OLD_SECRET), BODY), "the call is not from the service");
        assertRefused(run(program, now - 400, sign(now - 400, SECRET), BODY), "the call is from another time");
    }

    private static void assertRefused(Outcome outcome, String why) {
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains(why);
    }

    private Outcome run(String[] program, long timestamp, String signature, String body) throws Exception {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(SECRET, "id-1", String.valueOf(timestamp), signature, write("body", body).toString()));
        return GuideSample.run(command);
    }

    private static String sign(long timestamp, String... secrets) {
        List<String> problems = new ArrayList<>();
        String signature = SigningKeys.read("secret", List.of(secrets), problems).sign("id-1", timestamp,
                BODY.getBytes(StandardCharsets.UTF_8));
        assertThat(problems).isEmpty();
        return signature;
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String secret(String key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
    }
}
