package dev.esign.cli;

import static dev.esign.cli.Samples.BUYER;
import static dev.esign.cli.Samples.DOCX;
import static dev.esign.cli.Samples.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.cli.Esign.Result;
import dev.esign.sandbox.EsignSandbox;

/** A sandbox for each test, and commands at it, each as a process. */
abstract class SandboxedCommands {

    static final String DEAL = "--transaction-id=deal 7";

    @TempDir
    Path directory;

    EsignSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    String send(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("send", DOCX, "--signer", SELLER, "--signer", BUYER, "--json"));
        words.addAll(List.of(more));
        return json(done(words.toArray(String[]::new))).get("sessionId").textValue();
    }

    String status(String id) {
        return sandbox.sessions().get(id).status();
    }

    Result done(String... words) throws Exception {
        Result result = esign().run(words);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return result;
    }

    Esign esign() {
        return Esign.at(sandbox.url().toString(), directory);
    }

    /** The whole of standard output, which has to be one line. */
    static JsonNode json(Result result) {
        assertThat(result.out()).hasLineCount(1);
        return read(result.out());
    }

    static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(text, noJson);
        }
    }
}
