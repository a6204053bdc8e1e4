package dev.esign.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import io.quarkus.test.QuarkusUnitTest;

/** The example of the README compiles, works without configuration, and is printed there as it is here. */
class AgreementsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Agreements.class, DocumentedExample.class))
            .overrideConfigKey("quarkus.esign.devservices.tag-processing", "0.2S")
            .overrideConfigKey("quarkus.esign.start.delay", "0.1S");

    @Inject
    Agreements agreements;

    @Inject
    SigningSessions sessions;

    @Test
    void works() {
        SessionId id = agreements.send(ROOT.resolve("docs/samples/purchase-agreement.docx"));

        assertThat(sessions.get(id).status()).contains(SessionStatus.IN_SENT);
    }

    @Test
    void isTheOneInTheReadme() {
        DocumentedExample.assertPrintedIn("README.md", Agreements.class);
    }
}
