package dev.esign.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SessionNotReadyException;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import io.quarkus.test.QuarkusUnitTest;

/** The example of the guide counts the refusals of a session that never gets ready, and is printed there as it is. */
class RefusedStartsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RefusedStarts.class, DocumentedExample.class))
            .overrideConfigKey("quarkus.esign.devservices.tag-processing", "1H")
            .overrideConfigKey("quarkus.esign.start.delay", "0S")
            .overrideConfigKey("quarkus.esign.start.max-retries", "2")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.01S")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S");

    @Inject
    RefusedStarts refusedStarts;

    @Inject
    SigningSessions sessions;

    @Test
    void countsRefusals() {
        byte[] text = "<sig_req_Seller 1>".getBytes(StandardCharsets.US_ASCII);
        SessionId id = sessions.create(NewSession.titled("Agreement")
                .documents(Document.of("agreement.docx", text).anchorTags())
                .signers(Signer.as("Seller 1").name("Ada", "Lovelace").email("ada@example.com")).build());

        assertThat(catchThrowable(() -> sessions.start(id))).isInstanceOf(SessionNotReadyException.class);
        assertThat(refusedStarts.stillRefused()).containsOnlyKeys(id).containsEntry(id, 3);
    }

    @Test
    void isTheOneInTheGuide() {
        DocumentedExample.assertPrintedIn("docs/observability.md", RefusedStarts.class);
    }
}
