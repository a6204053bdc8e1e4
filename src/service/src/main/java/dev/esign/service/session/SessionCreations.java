package dev.esign.service.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.EsignException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ReactiveSigningSessions;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import dev.esign.service.problem.FieldProblem;
import dev.esign.service.problem.ProblemException;
import dev.esign.service.problem.ProblemKind;
import io.smallrye.mutiny.Uni;

/**
 * Creates sessions, with an idempotency key at most one for each key, in however many processes. All that is known of a key is
 * what eSign has under the transaction id: the session that was created first is the key's, in everybody's eyes. Whoever
 * created one looks again before answering, and deletes its own if another was first. In this process requests with the same
 * key come one after the other. Nothing blocks; thread-safe.
 */
@Singleton
class SessionCreations {

    private static final Logger LOG = Logger.getLogger(SessionCreations.class);
    private static final int LOOKS = 5;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Comparator<SessionSummary> FIRST_CREATED = Comparator
            .comparing((SessionSummary session) -> session.createdOn().orElse(Instant.MAX))
            .thenComparing(session -> session.id().value());

    private final ReactiveSigningSessions sessions;
    private final KeyLocks locks = new KeyLocks();
    private final Duration keyWait;

    SessionCreations(ReactiveSigningSessions sessions, SessionsConfig config) {
        this.sessions = sessions;
        this.keyWait = config.keyWait();
    }

    /** Creates a session. */
    Uni<HeldSession> create(NewSession session) {
        return sessions.create(session).map(id -> created(session, id));
    }

    /** The session of the key, which is the transaction id; created unless there is one. */
    Uni<HeldSession> createOnce(NewSession session) {
        return locks.holding(session.transactionId(), keyWait, () -> find(session)
                .flatMap(found -> found.isPresent() ? adopt(session, found.get()) : createFirst(session)),
                () -> new ProblemException(ProblemKind.IDEMPOTENCY_KEY_IN_USE, null, session.transactionId(), List.of()));
    }

    private static HeldSession created(NewSession session, SessionId id) {
        return new HeldSession(id, session.transactionId(), Optional.of(SessionStatus.IN_DRAFT), false);
    }

    private Uni<HeldSession> createFirst(NewSession session) {
        return sessions.create(session).flatMap(id -> settle(session, id))
                // Now it may be there, and it doesn't matter which of several was made by this request.
                .onFailure(OutcomeUnknownException.class).recoverWithUni(lost -> find(session)
                        .onFailure(EsignException.class).transform(unreadable -> lost)
                        .flatMap(found -> found.isPresent() ? adopt(session, found.get())
                                : Uni.createFrom().failure(lost)));
    }

    /** Decides between this session and those that others have created meanwhile. */
    private Uni<HeldSession> settle(NewSession session, SessionId id) {
        return lookUp(session)
                .onItem().transform(known -> {
                    boolean listed = known.stream().anyMatch(row -> row.id().equals(id));
                    if (!listed) {
                        throw new NotListedYetException(known.isEmpty());
                    }
                    return first(known).orElseThrow();
                })
                .onFailure(SessionCreations::mayPass).retry().withBackOff(BETWEEN_LOOKS, LONGEST_BETWEEN_LOOKS)
                .atMost(LOOKS - 1L)
                .map(Optional::of)
                .onFailure(SessionCreations::mayPass).recoverWithUni(failure -> unsettled(session, id, failure))
                .flatMap(first -> first.isEmpty() || first.get().id().equals(id)
                        ? Uni.createFrom().item(created(session, id))
                        : withdraw(id).chain(() -> adopt(session, first.get())));
    }

    private static boolean mayPass(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof EsignException || cause instanceof NotListedYetException;
    }

    /** Mutiny wraps the last failure when it doesn't try again. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof IllegalStateException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** A list that lags so far behind tells nothing; with no other session in it there is nothing to decide. */
    private static Uni<Optional<SessionSummary>> unsettled(NewSession session, SessionId id, Throwable failure) {
        if (cause(failure) instanceof NotListedYetException missing && missing.alone) {
            LOG.warnf("eSign doesn't list session %s under its transaction id yet", id);
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom().failure(new ProblemException(ProblemKind.IDEMPOTENCY_UNSETTLED, id.value(),
                session.transactionId(), List.of()));
    }

    /** Deletes a draft that nobody was told of. One that stays is harmless: it isn't the key's and isn't started. */
    private Uni<Void> withdraw(SessionId id) {
        return sessions.delete(id).onFailure(EsignException.class).retry().withBackOff(BETWEEN_LOOKS).atMost(2)
                .onFailure().recoverWithItem(failure -> {
                    LOG.warnf("Session %s, a second draft for an idempotency key, couldn't be deleted", id);
                    return null;
                });
    }

    private Uni<HeldSession> adopt(NewSession session, SessionSummary found) {
        if (found.status().filter(SessionStatus.DELETED::equals).isPresent()) {
            return Uni.createFrom().item(new HeldSession(found.id(), session.transactionId(), found.status(), true));
        }
        return sessions.get(found.id()).map(held -> {
            List<FieldProblem> differences = SameRequest.differences(session, held);
            if (!differences.isEmpty()) {
                throw new ProblemException(ProblemKind.IDEMPOTENCY_KEY_REUSED, found.id().value(), session.transactionId(),
                        differences);
            }
            return new HeldSession(found.id(), session.transactionId(), held.status().or(found::status), true);
        });
    }

    private Uni<Optional<SessionSummary>> find(NewSession session) {
        return lookUp(session).map(SessionCreations::first);
    }

    private Uni<List<SessionSummary>> lookUp(NewSession session) {
        return sessions.findByTransactionId(session.transactionId()).collect().asList();
    }

    /** Deleted ones count only when there are no others: second drafts were deleted. */
    private static Optional<SessionSummary> first(List<SessionSummary> known) {
        return known.stream().filter(session -> session.status().filter(SessionStatus.DELETED::equals).isEmpty())
                .min(FIRST_CREATED).or(() -> known.stream().min(FIRST_CREATED));
    }

    /** eSign's list doesn't have a session that was just created. */
    private static final class NotListedYetException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean alone;

        NotListedYetException(boolean alone) {
            super(null, null, false, false);
            this.alone = alone;
        }
    }
}
