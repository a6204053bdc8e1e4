package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** Runs the examples of the guide, one after the other, and compares what they answer with what the guide says. */
class ControlDocsTest {

    private static final Path GUIDE = Path.of("../../docs/sandbox-control.md");
    private static final Pattern EXAMPLE = Pattern.compile("```shell\\n(.*?)```\\n\\n```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHELL = Pattern.compile("```shell\\n");

    /** Members that have the very values of the guide. */
    private static final Set<String> VERBATIM = Set.of("id", "description", "hits", "active", "last", "operation", "verb",
            "template", "path", "transfer", "fileBytes", "status", "summary", "delivery", "tagProcessing", "tokenLifetime",
            "purgeDelay", "journalSize", "wire");

    @Test
    void everyExampleWorksAndAnswersAsTheGuideSays() throws Exception {
        String guide = Files.readString(GUIDE);
        Matcher example = EXAMPLE.matcher(guide);
        int count = 0;
        try (EsignSandbox sandbox = EsignSandbox.start()) {
            new Client(sandbox.url()).create(SandboxTest.body("'Title':'Offer'", SandboxTest.DOCUMENT, ""));
            for (; example.find(); count++) {
                String command = example.group(1).replace("localhost:8980", "localhost:" + sandbox.port());
                JsonNode answer = Client.json(run(command));
                compare(command, Client.json(example.group(2)), answer);
            }
        }
        assertThat(count).isPositive().isEqualTo((int) SHELL.matcher(guide).results().count());
    }

    private static void compare(String where, JsonNode expected, JsonNode answer) {
        assertThat(answer.getNodeType()).as(where).isEqualTo(expected.getNodeType());
        if (expected.isArray()) {
            assertThat(answer.isEmpty()).as(where + answer).isEqualTo(expected.isEmpty());
            for (int i = 0; i < Math.min(1, expected.size()); i++) {
                compare(where + i + "/", expected.path(i), answer.path(i));
            }
        }
        expected.properties().forEach(member -> {
            String place = where + member.getKey() + "/";
            assertThat(answer.has(member.getKey())).as(place + " in " + answer).isTrue();
            compare(place, member.getValue(), answer.path(member.getKey()));
            if (VERBATIM.contains(member.getKey())) {
                assertThat(answer.path(member.getKey())).as(place).isEqualTo(member.getValue());
            }
        });
    }

    private static String run(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-e", "-c", command).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(command + output).isZero();
        return output;
    }
}
