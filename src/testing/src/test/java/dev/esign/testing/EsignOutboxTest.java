package dev.esign.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.FailedCall;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.Operation;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SessionNotReadyException;
import dev.esign.SignInPage;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.UploadProgress;
import dev.esign.model.NewSession;
import dev.esign.model.PurgeTime;
import dev.esign.model.Session;
import dev.esign.model.Session.HeldDocument;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import dev.esign.model.SignerStatus;
import io.smallrye.mutiny.Uni;

/** The outbox without Quarkus. */
class EsignOutboxTest {

    private static final URI RETURN_URL = URI.create("https://www.example.com/signed");

    private final EsignOutbox outbox = new EsignOutbox();
    private final SigningSessions sessions = outbox.signingSessions();
    private final ReactiveSigningSessions reactive = outbox.reactiveSigningSessions();

    @Test
    void keepsWhatIsCreatedAndAdded() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        NewSession agreement = Samples.purchaseAgreement().build();
        SessionId id = sessions.create(agreement, UploadProgress.NONE);
        SessionUpdate update = SessionUpdate.of(id).title("Another title").transactionId("another").expiresOn(tomorrow)
                .documents(SampleDocument.pdf("more.pdf").toDocument()).signers(Samples.signer(SignerRole.buyer(2))).build();
        sessions.update(update);

        OutboxSession session = outbox.session(id);
        assertThat(session.created()).isSameAs(agreement);
        assertThat(session.updates()).containsExactly(update);
        assertThat(session.title()).isEqualTo("Another title");
        assertThat(session.transactionId()).isEqualTo("another");
        assertThat(session.expiresOn()).contains(tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(session.documents()).extracting(document -> document.fileName()).containsExactly("agreement.docx",
                "more.pdf");
        assertThat(session.signers()).extracting(Signer::role)
                .containsExactly(SignerRole.seller(1), SignerRole.buyer(1), SignerRole.buyer(2));
        assertThat(session.isStarted()).isFalse();
        assertThat(session).hasToString("OutboxSession[" + id + ", InDraft]");
        assertThat(outbox.calls()).containsExactly(Operation.CREATE_SESSION, Operation.UPDATE_SESSION);
    }

    @Test
    void answersLikeESign() {
        SessionId id = sessions.create(Samples.purchaseAgreement().transactionId("mine").build());
        assertThat(sessions.get(id).signers()).extracting(signer -> signer.status().orElseThrow())
                .containsOnly(SignerStatus.PENDING_INVITE);
        sessions.start(id, RETURN_URL);

        Session read = sessions.get(id);
        assertThat(read.id()).isEqualTo(id);
        assertThat(read.status()).contains(SessionStatus.IN_SENT);
        assertThat(read.title()).contains("Purchase agreement");
        assertThat(read.transactionId()).contains("mine");
        assertThat(read.documents()).extracting(HeldDocument::hasAnchorTags).containsExactly(true);
        assertThat(read.signers()).extracting(signer -> signer.email().orElseThrow())
                .containsExactly("seller-1@example.com", "buyer-1@example.com");
        assertThat(read.signers()).extracting(signer -> signer.status().orElseThrow()).containsOnly(SignerStatus.INVITED);
        assertThat(read.signers()).extracting(signer -> signer.id().orElseThrow()).doesNotHaveDuplicates()
                .isEqualTo(sessions.get(id).signers().stream().map(signer -> signer.id().orElseThrow()).toList());
        assertThat(outbox.session(id).returnUrl()).contains(RETURN_URL);
        assertThat(sessions.findByTransactionId("mine")).extracting(SessionSummary::id).containsExactly(id);
        assertThat(sessions.findByTransactionIdInFull("mine")).containsExactly(read);
        assertThat(sessions.findByTransactionId("other")).isEmpty();
        assertThat(sessions.actionLog(id)).isEmpty();
        assertThat(sessions.signInUrl(id).reveal().getQuery()).contains("ssid=" + id);
        assertThat(sessions.signInUrl(SignInPage.at(URI.create("https://client.example.com")).session(id).build()).toString())
                .isEqualTo("https://client.example.com/Account/LogMeIn?token=***&ssid=" + id);
    }

    @Test
    void sendsATransactionOnce() {
        NewSession agreement = Samples.lease().build();
        SessionId id = sessions.create(agreement);

        assertThat(sessions.send(agreement, RETURN_URL)).isEqualTo(id);
        assertThat(outbox.onlySession().isStarted()).isTrue();
        assertThat(outbox.onlySession().returnUrl()).contains(RETURN_URL);
        assertThat(sessions.send(agreement)).isEqualTo(id);
        assertThat(outbox.calls()).filteredOn(Operation.START_SESSION::equals).hasSize(1);

        outbox.set(id, SessionStatus.EXPIRED);
        assertThatExceptionOfType(InvalidSessionStateException.class).isThrownBy(() -> sessions.send(agreement))
                .withMessageContaining("is Expired");
        sessions.create(agreement);
        assertThatExceptionOfType(InvalidSessionStateException.class).isThrownBy(() -> sessions.send(agreement))
                .withMessageContaining("several sessions");
    }

    @Test
    void followsWhatBecomesOfASession() {
        SessionId id = sessions.send(Samples.lease().build());
        sessions.pause(id);
        assertThat(status(id)).isEqualTo(SessionStatus.IN_PAUSED);
        sessions.start(id);
        sessions.close(id, RETURN_URL);
        assertThat(status(id)).isEqualTo(SessionStatus.COMPLETED);
        sessions.purge(id, PurgeTime.SCHEDULED);
        sessions.cancelPurge(id);
        assertThat(status(id)).isEqualTo(SessionStatus.COMPLETED);
        sessions.purge(id, PurgeTime.NOW, RETURN_URL);
        assertThat(status(id)).isEqualTo(SessionStatus.PURGED);
        sessions.updateTransactionId(id, "new");
        assertThat(outbox.session(id).transactionId()).isEqualTo("new");

        SessionId other = sessions.create(Samples.lease().build());
        sessions.cancel(other);
        assertThat(status(other)).isEqualTo(SessionStatus.CANCELLED);
        sessions.cancel(other, RETURN_URL);
        sessions.close(other);
        sessions.delete(other);
        assertThat(sessions.deleted()).extracting(SessionSummary::id).containsExactly(other);
        assertThat(sessions.archived()).isEmpty();
        assertThat(sessions.expired()).isEmpty();
        outbox.set(other, SessionStatus.ARCHIVED);
        assertThat(sessions.archived()).extracting(SessionSummary::id).containsExactly(other);
        assertThat(outbox.sessions(SessionStatus.ARCHIVED)).hasSize(1);
    }

    @Test
    void copies() {
        SessionId id = sessions.send(
                Samples.lease().expiresOn(LocalDate.now(ZoneOffset.UTC).plusDays(9)).build());
        SessionId copy = sessions.copy(SessionCopy.of(id).title("Next year's lease").transactionId("next").build());

        assertThat(copy).isNotEqualTo(id);
        assertThat(outbox.session(copy)).satisfies(made -> {
            assertThat(made.title()).isEqualTo("Next year's lease");
            assertThat(made.transactionId()).isEqualTo("next");
            assertThat(made.expiresOn()).isEmpty();
            assertThat(made.isStarted()).isFalse();
            assertThat(made.signers()).hasSize(2);
        });
        assertThat(outbox.session(id).expiresOn()).isPresent();
        sessions.update(SessionUpdate.of(copy).title("New lease").build());
        assertThat(outbox.session(copy).title()).isEqualTo("New lease");
        assertThat(outbox.session(sessions.copy(SessionCopy.of(id).build())).title()).isEqualTo("Lease");
    }

    @Test
    void refusesWhatCannotBe() {
        SessionId unknown = SessionId.of("unknown");
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> sessions.get(unknown))
                .satisfies(failure -> assertThat(failure.sessionId()).contains(unknown));
        SessionId id = sessions.send(Samples.lease().build());
        assertThatExceptionOfType(InvalidSessionStateException.class).isThrownBy(() -> sessions.start(id))
                .withMessageContaining("InSent");
        sessions.cancel(id);
        assertThatExceptionOfType(InvalidSessionStateException.class)
                .isThrownBy(() -> sessions.update(SessionUpdate.of(id).title("Other").build(), UploadProgress.NONE));
    }

    @Test
    void failsOnDemand() {
        SessionId id = sessions.create(Samples.lease().build());
        SessionNotReadyException notReady = new SessionNotReadyException(FailedCall.of(Operation.START_SESSION, id), "no",
                null);
        UnavailableException down = new UnavailableException(FailedCall.of(Operation.GET_SESSION, id), "down", null);
        outbox.failNext(Operation.START_SESSION, notReady);
        outbox.failNext(down);

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> sessions.get(id)).isSameAs(down);
        assertThat(sessions.get(id).status()).contains(SessionStatus.IN_DRAFT);
        assertThatExceptionOfType(SessionNotReadyException.class).isThrownBy(() -> sessions.start(id)).isSameAs(notReady);
        assertThat(status(id)).isEqualTo(SessionStatus.IN_DRAFT);
        sessions.start(id);
        assertThat(outbox.calls()).containsExactly(Operation.CREATE_SESSION, Operation.GET_SESSION, Operation.GET_SESSION,
                Operation.START_SESSION, Operation.START_SESSION);
    }

    @Test
    void failsInTheUniAndOnlyWhenSubscribedTo() {
        Uni<SessionId> send = reactive.send(Samples.lease().build());
        outbox.failNext(new UnavailableException(FailedCall.of(Operation.CREATE_SESSION), "down", null));
        assertThat(outbox.calls()).isEmpty();

        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> send.subscribeAsCompletionStage().get())
                .withCauseInstanceOf(UnavailableException.class);
        assertThat(send.await().indefinitely()).isEqualTo(outbox.onlySession().id());
    }

    @Test
    void forgets() {
        sessions.create(Samples.lease().build());
        outbox.failNext(new UnavailableException(FailedCall.of(Operation.CREATE_SESSION), "down", null));
        outbox.clear();

        assertThat(outbox.sessions()).isEmpty();
        assertThat(outbox.calls()).isEmpty();
        assertThatIllegalStateException().isThrownBy(outbox::onlySession).withMessageContaining("0 sessions");
        assertThatIllegalArgumentException().isThrownBy(() -> outbox.session(SessionId.of("gone")));
        sessions.create(Samples.lease().build());
    }

    /** Whatever isn't overridden would run into nothing. */
    @ParameterizedTest
    @ValueSource(classes = { OutboxSigningSessions.class, OutboxReactiveSigningSessions.class })
    void standsInForEveryMethod(Class<?> type) throws Exception {
        List<Method> methods = Arrays.stream(type.getSuperclass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())).toList();

        assertThat(methods).hasSizeGreaterThan(20).allSatisfy(method -> assertThat(
                type.getMethod(method.getName(), method.getParameterTypes()).getDeclaringClass()).isEqualTo(type));
    }

    private SessionStatus status(SessionId id) {
        return outbox.session(id).status();
    }
}
