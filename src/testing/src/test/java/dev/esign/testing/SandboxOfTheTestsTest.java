package dev.esign.testing;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.esign.EsignAccount;
import dev.esign.SigningSessions;
import dev.esign.model.SessionId;
import dev.esign.sandbox.EsignSandbox;
import io.quarkus.test.junit.QuarkusTest;

/** The sandbox of a test, and the application that is to use it. */
@QuarkusTest
@WithEsignSandbox(accounts = "north")
class SandboxOfTheTestsTest {

    @InjectEsignSandbox
    private EsignSandbox sandbox;

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("north")
    SigningSessions north;

    @Test
    void theApplicationUsesIt() {
        SessionId id = sessions.send(Samples.purchaseAgreement().build());

        assertThatEsign(sandbox).created(1).session(id).isStarted().hasOnlySigners("Buyer 1", "Seller 1");
        assertThat(ConfigProvider.getConfig().getValue("quarkus.esign.url", String.class))
                .isEqualTo(sandbox.url().toString());
    }

    @Test
    void aNamedAccountUsesItToo() {
        SessionId id = north.send(Samples.lease().build());

        assertThatEsign(sandbox).created(1).session(id).isStarted();
    }

    @Test
    void isAsNewForEachTest() {
        assertThatEsign(sandbox).created(0).mailed(0).neverCalled("GetToken");
        assertThat(sandbox.faults().active()).isEmpty();

        sessions.send(Samples.lease().build());
        Troubles.unavailable(sandbox);
    }

    @Test
    void isAsNewForEachOtherTest() {
        isAsNewForEachTest();
    }

    @Nested
    class WithinAnother {

        @Test
        void itIsTheOneOfTheOuterInstance() {
            SessionId id = sessions.create(Samples.lease().build());

            assertThatEsign(sandbox).within(Duration.ofMinutes(2)).created(1).session(id).isDraft();
        }
    }
}
