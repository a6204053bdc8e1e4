package dev.esign.cli;

import java.util.List;

import jakarta.inject.Inject;

import dev.esign.SigningSessions;
import dev.esign.model.SessionId;
import dev.esign.model.SessionSummary;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about a session that is there, named by its id or by the caller's transaction id. */
abstract class SessionCommand extends AccountCommand {

    /**
     * What was done, for scripts.
     *
     * @param done in one word
     * @param sessionId the session
     */
    @RegisterForReflection
    record Done(String done, String sessionId) {
    }

    @Parameters(paramLabel = "SESSION", arity = "0..1", index = "0", description = "The session's id.")
    String session;

    @Option(names = "--transaction-id", paramLabel = "TEXT", description = "The session with this transaction id, instead of SESSION.")
    String transactionId;

    @Inject
    SigningSessions sessions;

    private volatile SessionId found;

    @Override
    final int run() {
        found = find();
        return run(found);
    }

    abstract int run(SessionId id);

    private SessionId find() {
        if (transactionId == null) {
            if (session == null) {
                throw misuse("Missing session: give its id, or --transaction-id");
            }
            return SessionId.of(session);
        }
        if (namesSession()) {
            throw misuse("SESSION and --transaction-id are both given: give one of them");
        }
        List<SessionSummary> known = sessions.findByTransactionId(transactionId).limit(2).toList();
        if (known.size() != 1) {
            throw new Refusal(ExitCodes.REFUSED, known.isEmpty() ? "there is no session with this transaction id"
                    : "several sessions have this transaction id; take the id of one: esign list --transaction-id \""
                            + transactionId + "\"");
        }
        return known.get(0).id();
    }

    /** Whether the first word is a session. */
    boolean namesSession() {
        return session != null;
    }

    /** Says that it is done. */
    int done(String what, SessionId id) {
        screen.step(Tone.GOOD, what, "session " + id);
        return done(new Done(what, id.value()));
    }

    @Override
    List<String> whenInterrupted() {
        return found == null ? List.of("nothing was changed")
                : List.of("it isn't known whether eSign did it; look: esign status " + found);
    }
}
