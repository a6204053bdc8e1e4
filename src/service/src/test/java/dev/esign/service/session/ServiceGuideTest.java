package dev.esign.service.session;

import static dev.esign.service.Awaiting.PATIENCE;
import static dev.esign.service.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.SandboxDocument;
import dev.esign.sandbox.SandboxSession;
import dev.esign.testing.InjectEsignSandbox;
import dev.esign.testing.WithEsignSandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** Runs the commands of the service's guide, as a reader would. */
@QuarkusTest
@WithEsignSandbox
class ServiceGuideTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern COMMANDS = Pattern.compile("(?s)```shell\n(.*?)```");

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @TempDir
    Path directory;

    @Test
    void commandsOfGuideSendSessions() throws Exception {
        List<String> commands = COMMANDS.matcher(Files.readString(ROOT.resolve("docs/service.md"))).results()
                .map((MatchResult result) -> result.group(1)).toList();
        assertThat(commands).hasSize(4);

        JsonNode sent = new ObjectMapper().readTree(run(commands.get(0)));
        assertThat(sent.get("status").asText()).isEqualTo("InSent");
        assertThat(sent.get("transactionId").asText()).isEqualTo("deal-4711");
        assertThat(run(commands.get(0))).isEqualTo(sent.toString());
        assertThat(run(commands.get(1))).contains("\"transactionId\":\"deal-4712\"");
        assertThat(run(commands.get(2))).contains("\"title\":\"Lease\"", "\"status\":\"InSent\"", "annex.docx");
        assertThat(run(commands.get(3))).contains("\"status\":\"InDraft\"");

        await("all sessions are started",
                () -> sandbox.sessions().list().stream().map(SandboxSession::status).filter("InSent"::equals).count() == 3);
        assertThat(sandbox.sessions().list()).extracting(session -> session.documents().stream()
                .map(SandboxDocument::fileName).toList()).containsExactlyInAnyOrder(List.of("purchase-agreement.docx"),
                        List.of("letter.docx"), List.of("lease.docx", "annex.docx"), List.of("agreement.docx"));
    }

    @Test
    void commandOfReadmeSendsSession() throws Exception {
        String command = Files.readAllLines(ROOT.resolve("README.md")).stream()
                .dropWhile(line -> !line.startsWith("    curl ")).takeWhile(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));

        assertThat(run(command)).contains("\"status\":\"InSent\"", "\"transactionId\":\"deal-4711\"");
    }

    private String run(String commands) throws Exception {
        Path output = directory.resolve("output");
        Process shell = new ProcessBuilder("bash", "-euc",
                commands.replace("localhost:8080", "localhost:" + RestAssured.port)).directory(ROOT.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as("%s%n%s", commands, Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
