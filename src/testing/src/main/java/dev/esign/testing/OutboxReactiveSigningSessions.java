package dev.esign.testing;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Vetoed;

import dev.esign.Operation;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SignInPage;
import dev.esign.SignInUrl;
import dev.esign.UploadProgress;
import dev.esign.model.ActionLogEntry;
import dev.esign.model.NewSession;
import dev.esign.model.PurgeTime;
import dev.esign.model.Session;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import dev.esign.model.SessionUpdate;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Sessions that end up in an outbox; like the real ones, they do nothing before they are subscribed to. */
@Vetoed
final class OutboxReactiveSigningSessions extends ReactiveSigningSessions {

    private static final String LANDING_PAGE = "https://esign.example.com/landing?token=";

    private final EsignOutbox outbox;

    OutboxReactiveSigningSessions(EsignOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<SessionId> create(NewSession session) {
        return item(() -> outbox.create(session));
    }

    @Override
    public Uni<SessionId> create(NewSession session, UploadProgress progress) {
        return create(session);
    }

    @Override
    public Uni<Void> update(SessionUpdate update) {
        return done(() -> outbox.update(update));
    }

    @Override
    public Uni<Void> update(SessionUpdate update, UploadProgress progress) {
        return update(update);
    }

    @Override
    public Uni<Void> start(SessionId sessionId) {
        return start(sessionId, null);
    }

    @Override
    public Uni<Void> start(SessionId sessionId, URI returnUrl) {
        return done(() -> outbox.start(sessionId, returnUrl));
    }

    @Override
    public Uni<SessionId> send(NewSession session) {
        return send(session, null);
    }

    @Override
    public Uni<SessionId> send(NewSession session, URI returnUrl) {
        return item(() -> outbox.send(session, returnUrl));
    }

    @Override
    public Uni<Session> get(SessionId sessionId) {
        return item(() -> outbox.read(Operation.GET_SESSION, sessionId).read());
    }

    @Override
    public Uni<SignInUrl> signInUrl(SessionId sessionId) {
        return item(() -> {
            outbox.called(Operation.GET_LANDING_URL);
            return new SignInUrl(LANDING_PAGE, "outbox", "&ssid=" + sessionId + "&page=continue");
        });
    }

    @Override
    public Uni<SignInUrl> signInUrl(SignInPage page) {
        return item(() -> {
            outbox.called(Operation.GET_TOKEN);
            return new SignInUrl(page.base() + "/Account/LogMeIn?token=", "outbox",
                    page.sessionId().map(id -> "&ssid=" + id).orElse(""));
        });
    }

    @Override
    public Uni<Void> pause(SessionId sessionId) {
        return done(() -> outbox.pause(sessionId));
    }

    @Override
    public Uni<Void> cancel(SessionId sessionId) {
        return cancel(sessionId, null);
    }

    @Override
    public Uni<Void> cancel(SessionId sessionId, URI returnUrl) {
        return done(() -> outbox.cancel(sessionId, returnUrl));
    }

    @Override
    public Uni<Void> close(SessionId sessionId) {
        return close(sessionId, null);
    }

    @Override
    public Uni<Void> close(SessionId sessionId, URI returnUrl) {
        return done(() -> outbox.close(sessionId, returnUrl));
    }

    @Override
    public Uni<SessionId> copy(SessionCopy copy) {
        return item(() -> outbox.copy(copy));
    }

    @Override
    public Uni<Void> delete(SessionId sessionId) {
        return done(() -> outbox.delete(sessionId));
    }

    @Override
    public Uni<Void> purge(SessionId sessionId, PurgeTime time) {
        return purge(sessionId, time, null);
    }

    @Override
    public Uni<Void> purge(SessionId sessionId, PurgeTime time, URI returnUrl) {
        return done(() -> outbox.purge(sessionId, time, returnUrl));
    }

    @Override
    public Uni<Void> cancelPurge(SessionId sessionId) {
        return done(() -> outbox.cancelPurge(sessionId));
    }

    @Override
    public Uni<Void> updateTransactionId(SessionId sessionId, String transactionId) {
        return done(() -> outbox.updateTransactionId(sessionId, transactionId));
    }

    @Override
    public Uni<List<ActionLogEntry>> actionLog(SessionId sessionId) {
        return done(() -> outbox.read(Operation.GET_ACTION_LOGS, sessionId)).replaceWith(List::of);
    }

    @Override
    public Multi<SessionSummary> archived() {
        return rows(() -> outbox.inStatus(Operation.GET_ARCHIVED_SESSIONS, SessionStatus.ARCHIVED));
    }

    @Override
    public Multi<SessionSummary> deleted() {
        return rows(() -> outbox.inStatus(Operation.GET_DELETED_SESSIONS, SessionStatus.DELETED));
    }

    @Override
    public Multi<SessionSummary> expired() {
        return rows(() -> outbox.inStatus(Operation.GET_EXPIRED_SESSIONS, SessionStatus.EXPIRED));
    }

    @Override
    public Multi<SessionSummary> findByTransactionId(String transactionId) {
        return rows(() -> outbox.withTransactionId(Operation.GET_SESSIONS_LITE, transactionId));
    }

    @Override
    public Uni<List<Session>> findByTransactionIdInFull(String transactionId) {
        return item(() -> outbox.withTransactionId(Operation.GET_SESSIONS_BY_TRANSACTION_ID, transactionId).stream()
                .map(OutboxSession::read).toList());
    }

    private static <T> Uni<T> item(Supplier<T> call) {
        return Uni.createFrom().item(call);
    }

    private static Uni<Void> done(Runnable call) {
        return Uni.createFrom().voidItem().invoke(call);
    }

    private static Multi<SessionSummary> rows(Supplier<List<OutboxSession>> call) {
        return item(call).onItem().transformToMulti(sessions -> Multi.createFrom().iterable(sessions))
                .map(OutboxSession::summary);
    }
}
