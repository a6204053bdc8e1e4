package dev.esign.testing;

import static dev.esign.testing.EsignAssertions.assertThatEsign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.esign.AuthenticationException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.RateLimitedException;
import dev.esign.SessionNotReadyException;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.Fault;
import io.quarkus.test.junit.QuarkusTest;

/** Each trouble is what its description says to the application. */
@QuarkusTest
@WithEsignSandbox(accounts = "north")
class TroublesTest {

    @InjectEsignSandbox
    EsignSandbox sandbox;

    @Inject
    SigningSessions sessions;

    private NewSession agreement;

    @BeforeEach
    void make() {
        agreement = NewSession.titled("Agreement").build();
    }

    @Test
    void unavailable() {
        SessionId id = sessions.create(agreement);
        Troubles.unavailable(sandbox);

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> sessions.get(id));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> sessions.create(agreement));
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void tooManyCalls() {
        Troubles.tooManyCalls(sandbox, "CreateSession", 1, Duration.ofSeconds(7));

        assertThatExceptionOfType(RateLimitedException.class).isThrownBy(() -> sessions.create(agreement))
                .satisfies(limited -> assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7)));
        assertThat(sessions.create(agreement)).isNotNull();
    }

    @Test
    void refusedTokens() {
        SessionId id = sessions.create(agreement);
        Troubles.refusedTokens(sandbox, "GetSession");

        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> sessions.get(id));
    }

    @Test
    void refused() {
        Troubles.refused(sandbox, "CreateSession", "Error: No.");

        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> sessions.create(agreement))
                .satisfies(refused -> assertThat(refused.texts()).containsExactly("Error: No."));
    }

    @Test
    void notReady() {
        SessionId id = sessions.create(Samples.lease().build());
        Fault fault = Troubles.notReady(sandbox, 3);

        assertThatExceptionOfType(SessionNotReadyException.class).isThrownBy(() -> sessions.start(id));
        assertThat(fault.hits()).isEqualTo(3);
        sessions.start(id);
        assertThatEsign(sandbox).called("StartSession", 4).session(id).isStarted();
    }

    @Test
    void lostCreate() {
        Fault fault = Troubles.lostCreate(sandbox);

        SessionId id = sessions.create(agreement);

        assertThat(fault.hits()).isEqualTo(1);
        assertThatEsign(sandbox).created(1).sessionOfTransaction(agreement.transactionId()).isDraft();
        assertThatEsign(sandbox).session(id).hasTitle("Agreement");
    }

    @Test
    void unknownCreate() {
        Troubles.unknownCreate(sandbox);

        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> sessions.create(agreement));
        assertThatEsign(sandbox).created(1);
    }

    @Test
    void foreignAnswers() {
        SessionId id = sessions.create(agreement);
        Troubles.foreignAnswers(sandbox, "GetSession");
        Troubles.foreignAnswers(sandbox, "UpdateTransactionId");

        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> sessions.get(id));
        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> sessions.updateTransactionId(id, "other"));
    }
}
