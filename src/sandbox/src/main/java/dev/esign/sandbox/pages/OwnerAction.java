package dev.esign.sandbox.pages;

import java.util.Optional;

import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionAction;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.SigningSession;

/** The buttons of a session's page. What each one does is what the API's call of the same name does. */
enum OwnerAction {

    START("start", "Send to the signers", SessionAction.START, (session, ip) -> session.start(returnUrl(session), ip)),
    PAUSE("pause", "Pause", SessionAction.PAUSE, SigningSession::pause),
    CLOSE("close", "Close with the signatures it has", SessionAction.CLOSE, SigningSession::close),
    CANCEL("cancel", "Cancel", SessionAction.CANCEL, SigningSession::cancel),
    PURGE("purge", "Purge after the waiting time", SessionAction.PURGE, (session, ip) -> session.purge(false, ip)),
    PURGE_NOW("purge-now", "Purge now", SessionAction.PURGE, (session, ip) -> session.purge(true, ip)),
    CANCEL_PURGE("cancel-purge", "Keep the documents", SessionAction.CANCEL_PURGE, SigningSession::cancelPurge),
    DELETE("delete", "Delete", SessionAction.DELETE, SigningSession::delete);

    /** For sessions whose client gave none; the signers' pages make no link of it. */
    private static final String NOWHERE = "https://example.invalid/";

    private final String path;
    private final String label;
    private final SessionAction rule;
    private final Step step;

    private interface Step {

        void run(SigningSession session, String ip) throws RefusedException;
    }

    OwnerAction(String path, String label, SessionAction rule, Step step) {
        this.path = path;
        this.label = label;
        this.rule = rule;
        this.step = step;
    }

    static Optional<OwnerAction> of(String path) {
        for (OwnerAction action : values()) {
            if (action.path.equals(path)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    String path() {
        return path;
    }

    String label() {
        return label;
    }

    /** Whether it cannot be taken back. */
    boolean isGrave() {
        return this == CANCEL || this == DELETE || this == PURGE_NOW;
    }

    boolean isAllowed(SessionSnapshot session) {
        // Pausing is allowed for drafts and paused sessions, too, but does nothing to them.
        return rule.isAllowedIn(session.status()) && (this != PAUSE || session.status() == SessionStatus.IN_SENT);
    }

    void run(SigningSession session, String ip) throws RefusedException {
        step.run(session, ip);
    }

    private static String returnUrl(SigningSession session) {
        String given = session.snapshot().setting("ReturnURL");
        return given.isBlank() ? NOWHERE : given;
    }
}
