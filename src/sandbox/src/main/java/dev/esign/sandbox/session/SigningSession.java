package dev.esign.sandbox.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One signing session and what can be done with it. Thread-safe: its calls take turns. */
public final class SigningSession {

    private static final int SEQUENTIAL = 1;
    private static final int SUSPENDED = 2;

    private final String id;
    private final Clock clock;
    private final Duration tagProcessing;
    private final Instant createdOn;
    private SessionStatus status = SessionStatus.IN_DRAFT;
    private SessionContents contents;
    private Instant expiry;
    private Instant startedOn;

    private SigningSession(String id, Clock clock, Duration tagProcessing, SessionContents contents) {
        this.id = id;
        this.clock = clock;
        this.tagProcessing = tagProcessing;
        this.createdOn = clock.instant();
        this.contents = contents;
        this.expiry = SessionRules.expiry(contents.settings(), createdOn);
    }

    /**
     * Makes a session in draft.
     *
     * @throws RefusedException if anything about it is refused
     */
    public static SigningSession create(String id, SessionChange change, Clock clock, Duration tagProcessing)
            throws RefusedException {
        // In a new session, a role that two signers claim is a slip of the one who made it: nothing is running yet.
        List<String> refusals = new ArrayList<>();
        SessionContents contents = SessionContents.EMPTY.with(change, refusals);
        refusals.addAll(SessionRules.refusals(change, contents, clock.instant()));
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return new SigningSession(id, clock, tagProcessing, contents);
    }

    /**
     * Changes the session: as a whole, except for signers whose role another signer holds.
     *
     * @return a text for each signer that was left out
     * @throws RefusedException if nothing was changed
     */
    public synchronized List<String> update(SessionChange change) throws RefusedException {
        Instant now = clock.instant();
        expireIfDue(now);
        if (!status.isOpen()) {
            throw new RefusedException("Error: The signing session is " + status.label() + " and cannot be updated.");
        }
        List<String> takenRoles = new ArrayList<>();
        SessionContents changed = contents.with(change, takenRoles);
        List<String> refusals = SessionRules.refusals(change, changed, now);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        contents = changed;
        if (change.settings().has("ExpiresOn")) {
            expiry = SessionRules.expiry(changed.settings(), now);
        }
        if (status == SessionStatus.IN_SENT) {
            invite();
        }
        return takenRoles;
    }

    /**
     * Sends the session to its signers.
     *
     * @throws RefusedException if it is not ready
     */
    public synchronized void start(String returnUrl) throws RefusedException {
        Instant now = clock.instant();
        expireIfDue(now);
        if (!status.isStartable()) {
            throw new RefusedException("The signing session is " + status.label() + " and cannot be started.");
        }
        List<String> refusals = startRefusals(returnUrl, now);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        status = SessionStatus.IN_SENT;
        startedOn = now;
        contents = contents.withReturnUrl(returnUrl);
        invite();
    }

    /** The session as it is now. */
    public synchronized SessionSnapshot snapshot() {
        expireIfDue(clock.instant());
        return new SessionSnapshot(id, status, createdOn, Optional.ofNullable(startedOn), contents);
    }

    /** Puts the session into a state from outside, as signers and the service itself do. */
    public synchronized void moveTo(SessionStatus newStatus) {
        status = newStatus;
    }

    private void expireIfDue(Instant now) {
        if (status.isOpen() && !now.isBefore(expiry)) {
            status = SessionStatus.EXPIRED;
        }
    }

    private List<String> startRefusals(String returnUrl, Instant now) {
        List<String> refusals = new ArrayList<>();
        if (!isWebAddress(returnUrl)) {
            refusals.add("The returnUrl is " + (returnUrl.isBlank() ? "missing." : "not an http or https address."));
        }
        if (contents.documents().isEmpty()) {
            refusals.add("The signing session has no document.");
        }
        if (contents.signers().isEmpty()) {
            refusals.add("The signing session has no signer.");
        }
        for (Document document : contents.documents()) {
            if (document.isBeingProcessed(now, tagProcessing)) {
                refusals.add("Document \"" + document.label() + "\": anchor tags are still being processed.");
            }
        }
        return refusals;
    }

    private void invite() {
        int order = contents.settings().path("UseSequence").asInt();
        if (order == SUSPENDED || !contents.settings().path("SendSignerInvites").asBoolean(true)) {
            return;
        }
        List<Signer> signers = contents.signers();
        int first = IntStream.range(0, signers.size()).map(i -> signers.get(i).position(i + 1)).min().orElse(0);
        List<Signer> invited = new ArrayList<>(signers);
        for (int i = 0; i < signers.size(); i++) {
            boolean isDue = order != SEQUENTIAL || signers.get(i).position(i + 1) == first;
            if (isDue && signers.get(i).status() == SignerStatus.PENDING_INVITE) {
                invited.set(i, signers.get(i).with(SignerStatus.INVITED));
            }
        }
        contents = contents.with(invited);
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
