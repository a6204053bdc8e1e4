package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.Optional;

/** Something that changed in a session, told in the order in which it happened. */
public sealed interface SessionEvent {

    /** The session as it was right after the change. */
    SessionSnapshot session();

    /** When it happened, by the sandbox's clock. */
    Instant at();

    /** The session reached a status; {@code session().status()} tells which. */
    record SessionMoved(SessionSnapshot session, Instant at) implements SessionEvent {
    }

    /**
     * A signer reached a status; {@code signer().status()} tells which.
     *
     * @param declinedReason the reason the signer picked, present when the signer declined
     */
    record SignerMoved(SessionSnapshot session, Signer signer, Optional<String> declinedReason, Instant at)
            implements
                SessionEvent {
    }

    /** Takes the events of all sessions, on the thread that made the change and before its call is answered: must be quick. */
    interface Listener {

        void on(SessionEvent event);
    }
}
