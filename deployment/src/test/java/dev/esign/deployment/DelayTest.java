package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.Delay;
import dev.esign.SigningSessions;
import dev.esign.event.StartDelayed;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** {@code @Delay} on an application's own methods. */
class DelayTest {

    private static final int LONG_ENOUGH_TO_SEE = 300;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Patient.class))
            .overrideConfigKey("dev.esign.deployment.DelayTest$Patient/configured/Delay/value", "200")
            .overrideConfigKey("dev.esign.deployment.DelayTest$Patient/configured/Delay/unit", "MILLIS")
            .overrideConfigKey("dev.esign.deployment.DelayTest$Patient/switchedOff/Delay/enabled", "false");

    @Inject
    SigningSessions sessions;

    @Inject
    Patient patient;

    @BeforeEach
    void reset() {
        patient.delays().clear();
    }

    @Test
    void aBlockingMethodWaits() {
        SessionId id = create();
        assertDelayed(() -> patient.blocking(id), LONG_ENOUGH_TO_SEE);
    }

    @Test
    void aReactiveMethodWaitsWithoutTheCaller() {
        SessionId id = create();
        long called = System.nanoTime();
        Uni<Long> done = patient.reactive(id);
        assertThat(patient.delays()).isEmpty();
        assertThat(Duration.ofNanos(done.await().indefinitely() - called))
                .isGreaterThanOrEqualTo(patient.delays().get(0).delay());
    }

    @Test
    void valueUnitAndEnabledAreConfigurable() {
        SessionId id = create();
        assertDelayed(() -> patient.configured(id), 200);

        patient.delays().clear();
        patient.switchedOff(create());
        assertThat(patient.delays()).isEmpty();
    }

    @Test
    void aSessionThatWasNotSentFromHereDoesNotWait() {
        patient.blocking(SessionId.of("unknown"));
        assertThat(patient.delays()).isEmpty();
    }

    private void assertDelayed(Runnable call, long atMostMillis) {
        long start = System.nanoTime();
        call.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(patient.delays()).singleElement().satisfies(delayed -> assertThat(delayed.delay()).isPositive()
                .isLessThanOrEqualTo(Duration.ofMillis(atMostMillis)).isLessThanOrEqualTo(took));
    }

    private SessionId create() {
        return sessions.create(NewSession.titled("T")
                .documents(Document.of("a.docx", new byte[] { 1 }).anchorTags().build()).build());
    }

    @ApplicationScoped
    static class Patient {

        private final List<StartDelayed> delays = new CopyOnWriteArrayList<>();

        List<StartDelayed> delays() {
            return delays;
        }

        void on(@Observes StartDelayed delayed) {
            delays.add(delayed);
        }

        @Delay(value = LONG_ENOUGH_TO_SEE, unit = ChronoUnit.MILLIS)
        void blocking(SessionId sessionId) {
        }

        @Delay(value = LONG_ENOUGH_TO_SEE, unit = ChronoUnit.MILLIS)
        Uni<Long> reactive(SessionId sessionId) {
            return Uni.createFrom().item(System::nanoTime);
        }

        @Delay
        void configured(SessionId sessionId) {
        }

        @Delay
        void switchedOff(SessionId sessionId) {
        }
    }
}
