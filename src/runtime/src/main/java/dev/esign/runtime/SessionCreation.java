package dev.esign.runtime;

import java.util.List;

import jakarta.inject.Singleton;

import dev.esign.FailedCall;
import dev.esign.InvalidSessionStateException;
import dev.esign.OutcomeUnknownException;
import dev.esign.UploadProgress;
import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import io.smallrye.mutiny.Uni;

/**
 * Makes sure that a transaction id gets one session and not two: a lost answer to create is settled by looking the id up, and
 * sending again begins with looking it up.
 */
@Singleton
public class SessionCreation {

    private static final List<SessionStatus> STARTED = List.of(SessionStatus.IN_SENT, SessionStatus.COMPLETED,
            SessionStatus.PURGED, SessionStatus.ARCHIVED);

    private final SessionOperations operations;
    private final SessionLists lists;
    private final Pause pause;
    private final EsignConfig config;

    SessionCreation(SessionOperations operations, SessionLists lists, Pause pause, EsignConfig config) {
        this.operations = operations;
        this.lists = lists;
        this.pause = pause;
        this.config = config;
    }

    /**
     * The session of a transaction.
     *
     * @param id its identity
     * @param started whether it was started before
     */
    public record Found(SessionId id, boolean started) {
    }

    /** Creates a session; adopts the one that a lost answer was about. */
    public Uni<SessionId> create(NewSession session, UploadProgress progress) {
        return operations.create(session, progress).onFailure(OutcomeUnknownException.class)
                .recoverWithUni(lost -> settle(session, progress, (OutcomeUnknownException) lost));
    }

    /** The session that the transaction id has already, or a new one. */
    public Uni<Found> findOrCreate(NewSession session, UploadProgress progress) {
        return lookUp(session).flatMap(known -> known.isEmpty()
                ? create(session, progress).map(id -> new Found(id, false))
                : found(session, known));
    }

    private Uni<SessionId> settle(NewSession session, UploadProgress progress, OutcomeUnknownException lost) {
        return pause.reactive(config.create().lookUpAfter())
                .flatMap(waited -> lookUp(session))
                .onFailure().transform(unreadable -> lost)
                .flatMap(known -> {
                    if (known.size() == 1) {
                        SessionId id = known.get(0).id();
                        operations.adopt(id, session);
                        return Uni.createFrom().item(id);
                    }
                    // Several: nobody can tell which of them is meant.
                    return known.isEmpty() && config.create().repeatWhenAbsent() ? operations.create(session, progress)
                            : Uni.createFrom().failure(lost);
                });
    }

    private Uni<Found> found(NewSession session, List<SessionSummary> known) {
        FailedCall call = operations.createCall(session);
        if (known.size() > 1) {
            return Uni.createFrom().failure(new InvalidSessionStateException(call,
                    "several sessions have this transaction id already; send with one of its own", null));
        }
        SessionId id = known.get(0).id();
        return Uni.createFrom().item(known.get(0).status())
                .flatMap(status -> status.isPresent() ? Uni.createFrom().item(status)
                        : operations.get(id).map(Session::status))
                .map(status -> {
                    if (status.filter(STARTED::contains).isPresent()) {
                        return new Found(id, true);
                    }
                    if (status.isPresent() && !status.get().canStart()) {
                        throw new InvalidSessionStateException(call, "its session " + id + " is " + status.get().name(), null);
                    }
                    return new Found(id, false);
                });
    }

    /** Two are enough to know that there are several. */
    private Uni<List<SessionSummary>> lookUp(NewSession session) {
        return lists.findByTransactionId(session.transactionId()).multi().select().first(2).collect().asList();
    }
}
