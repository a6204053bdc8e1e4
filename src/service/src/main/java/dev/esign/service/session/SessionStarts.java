package dev.esign.service.session;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.EsignException;
import dev.esign.InvalidSessionStateException;
import dev.esign.ReactiveSigningSessions;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.service.problem.ProblemException;
import dev.esign.service.problem.ProblemKind;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;

/**
 * Starts sessions: one that is being started already isn't started a second time, and a start goes on when its caller has gone
 * away. Nothing blocks but the end of the service, which waits for starts. Thread-safe.
 */
@Singleton
class SessionStarts {

    /** Nothing is left to be started; InPaused is not among those that wait, since somebody took it back after a start. */
    private static final Set<SessionStatus> STARTED = Set.of(SessionStatus.IN_SENT, SessionStatus.COMPLETED,
            SessionStatus.IN_PAUSED, SessionStatus.PURGED, SessionStatus.ARCHIVED);

    private static final Logger LOG = Logger.getLogger(SessionStarts.class);

    private final ReactiveSigningSessions sessions;
    private final Duration shutdownWait;
    private final Semaphore background;
    private final ConcurrentMap<SessionId, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    SessionStarts(ReactiveSigningSessions sessions, SessionsConfig config) {
        this.sessions = sessions;
        this.shutdownWait = config.shutdownWait();
        this.background = new Semaphore(config.maxBackgroundStarts());
    }

    static boolean isStarted(SessionStatus status) {
        return STARTED.contains(status);
    }

    /** Starts a session, or waits for the start that is at work. */
    Uni<Void> start(SessionId id, URI returnUrl) {
        return Uni.createFrom().deferred(() -> Uni.createFrom().completionStage(join(id, returnUrl).copy()));
    }

    /** Starts a session unless it is started: by another process, or by this one before it was killed. */
    Uni<Void> startOnce(SessionId id, URI returnUrl) {
        return start(id, returnUrl).onFailure(InvalidSessionStateException.class)
                .recoverWithUni(refused -> sessions.get(id).flatMap(held -> held.status().filter(STARTED::contains).isPresent()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(refused)));
    }

    /**
     * Makes room for a start in the background.
     *
     * @throws ProblemException when there are too many
     */
    Place reserve() {
        if (!background.tryAcquire()) {
            throw new ProblemException(ProblemKind.OVERLOADED);
        }
        return new Place();
    }

    private CompletableFuture<Void> join(SessionId id, URI returnUrl) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> other = running.putIfAbsent(id, mine);
        if (other != null) {
            return other;
        }
        sessions.start(id, returnUrl).subscribe().with(started -> {
            running.remove(id, mine);
            mine.complete(null);
        }, failure -> {
            running.remove(id, mine);
            mine.completeExceptionally(failure);
        });
        return mine;
    }

    /** While the service can still reach eSign: before its own server is closed, which takes its connections with it. */
    void awaitStarts(@Observes ShutdownDelayInitiatedEvent shutdown) throws InterruptedException {
        long end = System.nanoTime() + shutdownWait.toNanos();
        if (!running.isEmpty()) {
            LOG.infof("Waiting for %d sessions that are being started", running.size());
        }
        while (!running.isEmpty() && System.nanoTime() < end) {
            try {
                CompletableFuture.allOf(running.values().toArray(CompletableFuture[]::new)).get(end - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
            } catch (ExecutionException failed) {
                LOG.debug("Some of them couldn't be started; each has told so itself");
            } catch (TimeoutException tooLong) {
                LOG.debug("Some of them take too long");
            }
        }
    }

    /** So that they can be started again, which never starts a session twice. */
    void tellUnfinished(@Observes ShutdownEvent shutdown) {
        running.keySet().forEach(id -> LOG.warnf("Session %s may not be started yet; start it again", id));
    }

    /** Room for one start in the background. */
    final class Place {

        private boolean used;

        private Place() {
        }

        /** Starts a session, and logs when that fails: nobody else will. Gives the place back at the end. */
        Uni<Void> start(Uni<Void> start, SessionId id) {
            used = true;
            CompletableFuture<Void> end = new CompletableFuture<>();
            start.onTermination().invoke(background::release).subscribe().with(started -> end.complete(null), failure -> {
                String kind = failure instanceof EsignException ? failure.getClass().getSimpleName()
                        : failure.getClass().getName();
                LOG.warnf("Session %s wasn't started in the background: %s", id, kind);
                end.completeExceptionally(failure);
            });
            return Uni.createFrom().completionStage(end.copy());
        }

        /** Gives the place back unless a start has it. */
        void giveBack() {
            if (!used) {
                used = true;
                background.release();
            }
        }
    }
}
