package dev.esign.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;

/** A sandbox of its own for each test, with a clock that the test moves. */
abstract class SandboxTest {

    static final String NO_GUID = "00000000-0000-0000-0000-000000000000";
    static final String DOCUMENT = "{'FileName':'a.docx','FileBytes':[1,2,3]}";
    static final String SIGNER = "{'FirstName':'Ann','LastName':'Lee','EmailAddress':'ann@example.com','SignerRole':'Buyer 1'}";

    final MutableClock clock = new MutableClock();
    EsignSandbox sandbox;
    Client client;

    @BeforeEach
    void startSandbox() {
        sandbox = configure(EsignSandbox.builder().clock(clock).tagProcessing(Duration.ofSeconds(3))).start();
        client = new Client(sandbox.url());
    }

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    EsignSandbox.Builder configure(EsignSandbox.Builder builder) {
        return builder;
    }

    /** JSON with single quotes, for reading's sake. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    static String body(String info, String documents, String signers) {
        return json("{'userName':'owner@example.com','session':{'SessionInfo':{%s},'Documents':[%s],'Signers':[%s]}}"
                .formatted(info, documents, signers));
    }

    static String updateBody(JsonNode created, String info, String documents, String signers) {
        return json("{'userName':'owner@example.com','session':{'Id':'%s','SessionInfo':{%s},'Documents':[%s],'Signers':[%s]}}"
                .formatted(Client.id(created), info, documents, signers));
    }

    JsonNode createReady() {
        return client.create(body("'Title':'Offer'", DOCUMENT, SIGNER));
    }

    int statusOf(JsonNode created) {
        return client.session(created).path("SessionInfo").path("StatusCode").asInt();
    }

    int sessionCount() {
        Matcher count = Pattern.compile("Signing sessions: (\\d+)").matcher(client.get("/").body());
        return count.find() ? Integer.parseInt(count.group(1)) : -1;
    }

    /** A member of Documents that holds a file of docs/samples. */
    static String sample(String name) {
        try {
            return "{'FileName':'%s','HasAnchorTags':true,'FileBytes':'%s'}".formatted(name,
                    Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of("../../docs/samples", name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
