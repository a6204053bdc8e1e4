package dev.esign.testing;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.esign.sandbox.EsignSandbox;

/** Waiting assertions. */
@ExtendWith(EsignSandboxExtension.class)
class PatienceTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesOnceWithoutIt() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Patience.NONE.with(this::failing));

        assertThat(tries).hasValue(1);
    }

    @Test
    void goesOnUntilItIsTrue() {
        String result = new Patience(Duration.ofMinutes(2)).with(() -> tries.get() < 3 ? failing() : "true");

        assertThat(result).isEqualTo("true");
    }

    @Test
    void endsWithTheLastFailure() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Patience(Duration.ofMillis(100)).with(this::failing))
                .withMessage("try " + tries.get());

        assertThat(tries).hasValueGreaterThan(1);
    }

    @Test
    void doesNotOutlastAnInterruption() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Patience(Duration.ofHours(1)).with(this::failing));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesToWaitBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ofMillis(-1)));
    }

    @Test
    void allAssertionsHaveIt(EsignSandbox sandbox) throws Exception {
        TestClient client = new TestClient(sandbox);
        EsignSandboxAssert patient = assertThatEsign(sandbox).within(Duration.ofMinutes(2));
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> {
            String id = client.create("Agreement", SampleDocument.docx("a.docx"), "Buyer 1");
            client.start(id);
            SigningParty.of(sandbox, id).signAll();
        });

        patient.called("CreateSession", 1).session("Agreement").isCompleted().hasMailed(MailKind.COMPLETED, 2)
                .signer("Buyer 1").hasSigned();
        patient.mailed(MailKind.COMPLETED, 2);
        meanwhile.get();
    }

    private String failing() {
        throw new AssertionError("try " + tries.incrementAndGet());
    }
}
