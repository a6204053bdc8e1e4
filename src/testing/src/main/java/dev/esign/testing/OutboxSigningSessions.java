package dev.esign.testing;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Vetoed;

import dev.esign.ReactiveSigningSessions;
import dev.esign.SignInPage;
import dev.esign.SignInUrl;
import dev.esign.SigningSessions;
import dev.esign.UploadProgress;
import dev.esign.model.ActionLogEntry;
import dev.esign.model.NewSession;
import dev.esign.model.PurgeTime;
import dev.esign.model.Session;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionSummary;
import dev.esign.model.SessionUpdate;
import dev.esign.runtime.Threads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Sessions that end up in an outbox; like the real ones, they refuse to block an event loop. */
@Vetoed
final class OutboxSigningSessions extends SigningSessions {

    private final ReactiveSigningSessions twin;

    OutboxSigningSessions(ReactiveSigningSessions twin) {
        this.twin = twin;
    }

    @Override
    public SessionId create(NewSession session) {
        return Threads.await(twin.create(session));
    }

    @Override
    public SessionId create(NewSession session, UploadProgress progress) {
        return Threads.await(twin.create(session, progress));
    }

    @Override
    public void update(SessionUpdate update) {
        Threads.await(twin.update(update));
    }

    @Override
    public void update(SessionUpdate update, UploadProgress progress) {
        Threads.await(twin.update(update, progress));
    }

    @Override
    public void start(SessionId sessionId) {
        Threads.await(twin.start(sessionId));
    }

    @Override
    public void start(SessionId sessionId, URI returnUrl) {
        Threads.await(twin.start(sessionId, returnUrl));
    }

    @Override
    public SessionId send(NewSession session) {
        return Threads.await(twin.send(session));
    }

    @Override
    public SessionId send(NewSession session, URI returnUrl) {
        return Threads.await(twin.send(session, returnUrl));
    }

    @Override
    public Session get(SessionId sessionId) {
        return Threads.await(twin.get(sessionId));
    }

    @Override
    public SignInUrl signInUrl(SessionId sessionId) {
        return Threads.await(twin.signInUrl(sessionId));
    }

    @Override
    public SignInUrl signInUrl(SignInPage page) {
        return Threads.await(twin.signInUrl(page));
    }

    @Override
    public void pause(SessionId sessionId) {
        Threads.await(twin.pause(sessionId));
    }

    @Override
    public void cancel(SessionId sessionId) {
        Threads.await(twin.cancel(sessionId));
    }

    @Override
    public void cancel(SessionId sessionId, URI returnUrl) {
        Threads.await(twin.cancel(sessionId, returnUrl));
    }

    @Override
    public void close(SessionId sessionId) {
        Threads.await(twin.close(sessionId));
    }

    @Override
    public void close(SessionId sessionId, URI returnUrl) {
        Threads.await(twin.close(sessionId, returnUrl));
    }

    @Override
    public SessionId copy(SessionCopy copy) {
        return Threads.await(twin.copy(copy));
    }

    @Override
    public void delete(SessionId sessionId) {
        Threads.await(twin.delete(sessionId));
    }

    @Override
    public void purge(SessionId sessionId, PurgeTime time) {
        Threads.await(twin.purge(sessionId, time));
    }

    @Override
    public void purge(SessionId sessionId, PurgeTime time, URI returnUrl) {
        Threads.await(twin.purge(sessionId, time, returnUrl));
    }

    @Override
    public void cancelPurge(SessionId sessionId) {
        Threads.await(twin.cancelPurge(sessionId));
    }

    @Override
    public void updateTransactionId(SessionId sessionId, String transactionId) {
        Threads.await(twin.updateTransactionId(sessionId, transactionId));
    }

    @Override
    public List<ActionLogEntry> actionLog(SessionId sessionId) {
        return Threads.await(twin.actionLog(sessionId));
    }

    @Override
    public Stream<SessionSummary> archived() {
        return stream(twin::archived);
    }

    @Override
    public Stream<SessionSummary> deleted() {
        return stream(twin::deleted);
    }

    @Override
    public Stream<SessionSummary> expired() {
        return stream(twin::expired);
    }

    @Override
    public Stream<SessionSummary> findByTransactionId(String transactionId) {
        return stream(() -> twin.findByTransactionId(transactionId));
    }

    @Override
    public List<Session> findByTransactionIdInFull(String transactionId) {
        return Threads.await(twin.findByTransactionIdInFull(transactionId));
    }

    private static Stream<SessionSummary> stream(Supplier<Multi<SessionSummary>> rows) {
        return Threads.await(Uni.createFrom().deferred(() -> rows.get().collect().asList())).stream();
    }
}
