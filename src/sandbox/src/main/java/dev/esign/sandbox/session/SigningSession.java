package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.SessionHistory.PendingPurge;

/**
 * One signing session and what can be done with it. Thread-safe: its calls take turns. Each call first lets happen what was
 * due by the clock, then does all of its own or nothing.
 */
public final class SigningSession {

    /** Five failed authentications lock a signer, by the release notes of February 2023. */
    public static final int TRIES = 5;

    private final Surroundings surroundings;
    private SessionSnapshot state;

    private SigningSession(SessionSnapshot state, Surroundings surroundings) {
        this.state = state;
        this.surroundings = surroundings;
    }

    /**
     * Makes a session in draft.
     *
     * @param ip the address of whoever asks for it
     * @throws RefusedException if anything about it is refused
     */
    public static SigningSession create(String id, SessionChange change, Surroundings surroundings, String ip)
            throws RefusedException {
        SigningSession session = of(id, change, surroundings);
        session.appear("Session created by " + change.userName() + ".", ip);
        return session;
    }

    /**
     * Makes a session of which nobody knows before it {@linkplain #appear appears}.
     *
     * @throws RefusedException if anything about it is refused
     */
    static SigningSession of(String id, SessionChange change, Surroundings surroundings) throws RefusedException {
        // In a new session, a role that two signers claim is a slip of the one who made it: nothing is running yet.
        List<String> refusals = new ArrayList<>();
        SessionContents contents = SessionContents.EMPTY.with(change, refusals);
        refusals.addAll(SessionRules.refusals(change.settings(), contents, surroundings.clock().instant()));
        refuse(refusals);
        return of(id, contents, change.userName(), surroundings);
    }

    static SigningSession of(String id, SessionContents contents, String owner, Surroundings surroundings) {
        Instant now = surroundings.clock().instant();
        return new SigningSession(new SessionSnapshot(id, SessionStatus.IN_DRAFT, now, Optional.empty(), contents,
                SessionHistory.of(owner, SessionRules.expiry(contents.settings(), now))), surroundings);
    }

    /** Takes up a session that was kept. */
    static SigningSession resume(SessionSnapshot kept, Surroundings surroundings) {
        return new SigningSession(kept, surroundings);
    }

    /** Keeps a new session and tells that it is there. */
    synchronized void appear(String description, String ip) {
        SessionEdit edit = new SessionEdit(state, state.createdOn(), ip);
        edit.log(description);
        edit.moveTo(SessionStatus.IN_DRAFT);
        keep(edit);
    }

    /** The session as it is now. */
    public synchronized SessionSnapshot snapshot() {
        Instant now = surroundings.clock().instant();
        passTime(now);
        return shown(state, now);
    }

    /** Tags show only when they are said to be processed, though they may have been read before. */
    private SessionSnapshot shown(SessionSnapshot session, Instant now) {
        List<Document> documents = session.contents().documents();
        if (documents.stream().noneMatch(document -> document.isBeingProcessed(now, surroundings.tagProcessing()))) {
            return session;
        }
        return new SessionSnapshot(session.id(), session.status(), session.createdOn(), session.startedOn(),
                session.contents().withDocuments(documents.stream()
                        .map(document -> document.isBeingProcessed(now, surroundings.tagProcessing())
                                ? document.with(TagState.PENDING, List.of())
                                : document)
                        .toList()),
                session.history());
    }

    /** The time that this session goes by. */
    Instant now() {
        return surroundings.clock().instant();
    }

    /** When the clock changes something by itself next. */
    public synchronized Optional<Instant> nextDue() {
        return TimeRules.nextDue(state);
    }

    /** Lets happen what is due up to an instant, in order. */
    public synchronized void passTime(Instant until) {
        for (Optional<Instant> due = nextDue(); due.isPresent() && !due.get().isAfter(until); due = nextDue()) {
            SessionEdit edit = new SessionEdit(state, due.get(), "");
            TimeRules.apply(edit, state);
            keep(edit);
        }
    }

    /**
     * Changes the session: as a whole, except for signers whose role another signer holds.
     *
     * @return a text for each signer that was left out
     * @throws RefusedException if nothing was changed
     */
    public synchronized List<String> update(SessionChange change, String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.UPDATE, ip);
        List<String> takenRoles = new ArrayList<>();
        SessionContents changed = edit.contents().with(change, takenRoles);
        refuse(SessionRules.refusals(change.settings(), changed, edit.at()));
        edit.contents(changed);
        if (change.settings().has("ExpiresOn")) {
            edit.expiry(SessionRules.expiry(changed.settings(), edit.at()));
        }
        edit.log("Session updated.");
        goOnWithChangedSigners(edit);
        keep(edit);
        return takenRoles;
    }

    /**
     * Changes the signers alone.
     *
     * @return a text for each signer that was left out
     * @throws RefusedException if nothing was changed
     */
    public synchronized List<String> updateSigners(List<SessionChange.GivenSigner> signers, String ip)
            throws RefusedException {
        SessionEdit edit = begin(SessionAction.UPDATE_SIGNERS, ip);
        List<String> takenRoles = new ArrayList<>();
        SessionContents changed = edit.contents().with(signers, takenRoles);
        refuse(SessionRules.signerRefusals(changed.signers()));
        edit.contents(changed);
        edit.log("Signers updated.");
        goOnWithChangedSigners(edit);
        keep(edit);
        return takenRoles;
    }

    /**
     * Sends the session to its signers.
     *
     * @throws RefusedException if it is not ready
     */
    public void start(String returnUrl, String ip) throws RefusedException {
        awaitTags();
        startNow(returnUrl, ip);
    }

    /** Tags whose time is over by the clock may be read still. Not within the lock, which their reader needs. */
    private void awaitTags() {
        Instant now = surroundings.clock().instant();
        for (Document document : current().contents().documents()) {
            if (document.tags().phase() == TagState.Phase.PENDING
                    && !now.isBefore(document.arrivedOn().plus(surroundings.tagProcessing()))) {
                surroundings.tags().await(document.id());
            }
        }
    }

    private synchronized SessionSnapshot current() {
        return state;
    }

    private synchronized void startNow(String returnUrl, String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.START, ip);
        StartRules.includeOwner(edit);
        refuse(StartRules.refusals(edit, returnUrl, surroundings.tagProcessing()));
        StartRules.removeUnassigned(edit);
        new SigningProcess(edit).start(returnUrl);
        keep(edit);
    }

    /**
     * Takes the fields that a document's tags make.
     *
     * @param removed how many texts between delimiters make no field, and are removed all the same
     */
    public synchronized void tagsRead(String documentId, List<Field> fields, int removed) {
        takeTags(documentId, TagState.READ, fields,
                "Anchor tags processed: " + fields.size() + ". Texts removed that are none: " + removed + ".");
    }

    /** Takes note that a document's tags can't be read. */
    public synchronized void tagsUnreadable(String documentId, String problem) {
        takeTags(documentId, TagState.unreadable(problem), List.of(), "Anchor tags could not be read.");
    }

    private void takeTags(String documentId, TagState tags, List<Field> fields, String log) {
        SessionEdit edit = new SessionEdit(state, surroundings.clock().instant(), "");
        boolean awaited = state.document(documentId).filter(document -> document.tags().equals(TagState.PENDING)).isPresent();
        if (!awaited) {
            return;
        }
        edit.contents(edit.contents().withDocuments(edit.contents().documents().stream()
                .map(document -> document.id().equals(documentId) ? document.with(tags, fields) : document).toList()));
        edit.log(log);
        keep(edit);
    }

    /** Has the documents read whose tags nobody has read yet. */
    synchronized void readTags() {
        submitTags(Set.of());
    }

    private void submitTags(Set<String> submitted) {
        for (Document document : state.contents().documents()) {
            if (document.tags().equals(TagState.PENDING) && !submitted.contains(document.id())) {
                surroundings.tags().submit(this, document);
            }
        }
    }

    /**
     * Stops the session for changes; signers have to wait. A draft stays one.
     *
     * @throws RefusedException if it is over
     */
    public synchronized void pause(String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.PAUSE, ip);
        if (edit.status() == SessionStatus.IN_SENT) {
            edit.moveTo(SessionStatus.IN_PAUSED);
            edit.log("Session paused.");
        }
        keep(edit);
    }

    /**
     * Withdraws the session.
     *
     * @throws RefusedException if it is over
     */
    public synchronized void cancel(String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.CANCEL, ip);
        new SessionMails(edit).cancelled();
        new SigningProcess(edit).cancelSigners();
        edit.moveTo(SessionStatus.CANCELLED);
        edit.log("Session cancelled.");
        keep(edit);
    }

    /**
     * Ends the session with the signatures it has.
     *
     * @throws RefusedException if it wasn't sent, or is over
     */
    public synchronized void close(String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.CLOSE, ip);
        SigningProcess process = new SigningProcess(edit);
        process.cancelSigners();
        edit.log("Session closed.");
        process.complete();
        keep(edit);
    }

    /**
     * Moves the session to the deleted ones.
     *
     * @throws RefusedException if its state doesn't allow that
     */
    public synchronized void delete(String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.DELETE, ip);
        if (edit.status().isOpen()) {
            new SessionMails(edit).cancelled();
            new SigningProcess(edit).cancelSigners();
        }
        edit.moveTo(SessionStatus.DELETED);
        edit.log("Session deleted.");
        keep(edit);
    }

    /**
     * Removes the documents, at once or after the client's waiting time.
     *
     * @throws RefusedException if its state doesn't allow that
     */
    public synchronized void purge(boolean now, String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.PURGE, ip);
        if (now) {
            TimeRules.purge(edit);
        } else {
            Instant on = edit.at().plus(surroundings.purgeDelay());
            if (edit.status() == SessionStatus.COMPLETED) {
                new SessionMails(edit).purgeNotice("on " + on);
            }
            edit.purge(Optional.of(new PendingPurge(on, edit.status())));
            edit.moveTo(SessionStatus.TO_BE_PURGED);
            edit.log("Purge of the documents requested for " + on + ".");
        }
        keep(edit);
    }

    /**
     * Takes a purge back that waits; the session is as before.
     *
     * @throws RefusedException if none waits
     */
    public synchronized void cancelPurge(String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.CANCEL_PURGE, ip);
        SessionStatus before = edit.purge().orElseThrow().before();
        edit.purge(Optional.empty());
        edit.moveTo(before);
        edit.log("Purge of the documents cancelled.");
        keep(edit);
    }

    /**
     * Gives the session another transaction id.
     *
     * @throws RefusedException if its state doesn't allow that
     */
    public synchronized void updateTransactionId(String transactionId, String ip) throws RefusedException {
        SessionEdit edit = begin(SessionAction.UPDATE_TRANSACTION_ID, ip);
        edit.contents(edit.contents().withSetting("TransactionId", transactionId));
        edit.log("Transaction id updated.");
        keep(edit);
    }

    /**
     * Sends invitations, whatever the order of signing says; members that are given are taken over first.
     *
     * @throws RefusedException if one of the signers isn't one of this session, or has nothing left to sign; then nobody is
     *         invited
     */
    public synchronized void invite(List<SessionChange.GivenSigner> given, String returnUrl, String ip)
            throws RefusedException {
        SessionEdit edit = begin(SessionAction.INVITE, ip);
        edit.contents(edit.contents().withSetting("ReturnURL", returnUrl));
        SigningProcess process = new SigningProcess(edit);
        List<String> refusals = new ArrayList<>();
        for (SessionChange.GivenSigner wanted : given) {
            Optional<Signer> known = edit.contents().find(wanted);
            if (known.isEmpty()) {
                refusals.add("Error: Signer not found in the signing session.");
            } else if (known.get().status().isDone()) {
                refusals.add("Error: Signer " + known.get().label() + " is " + known.get().status().label()
                        + " and cannot be invited.");
            } else {
                process.invite(known.get().with(addressOf(wanted.members())));
            }
        }
        refusals.addAll(SessionRules.signerRefusals(edit.signers()));
        refuse(refusals);
        keep(edit);
    }

    /**
     * A signer follows the link of an invitation.
     *
     * @return the session right after
     * @throws RefusedException if the signer can't sign now
     */
    public synchronized SessionSnapshot open(String signerId, String ip) throws RefusedException {
        SessionEdit edit = begin(ip);
        SignerDeeds.open(edit, signerId);
        keep(edit);
        return state;
    }

    /**
     * Notes that a signer proved something.
     *
     * @throws RefusedException if the signer can't sign now
     */
    public synchronized void authenticated(String signerId, AuthenticationStep step, String ip) throws RefusedException {
        SessionEdit edit = begin(ip);
        SignerDeeds.of(edit, signerId).authenticated(step);
        keep(edit);
    }

    /**
     * Counts a failed authentication; the last one that is allowed locks the signer.
     *
     * @return how many tries are left
     * @throws RefusedException if the signer can't sign now
     */
    public synchronized int failAuthentication(String signerId, AuthenticationStep step, String ip) throws RefusedException {
        SessionEdit edit = begin(ip);
        int left = SignerDeeds.of(edit, signerId).failAuthentication(step);
        keep(edit);
        return left;
    }

    /**
     * Puts a code into the outbox, as an SMS to a signer.
     *
     * @throws RefusedException if the signer can't sign now
     */
    public synchronized void sendCode(String signerId, String code, String ip) throws RefusedException {
        SessionEdit edit = begin(ip);
        SignerDeeds.of(edit, signerId).sendCode(code);
        keep(edit);
    }

    /**
     * A signer adds a document.
     *
     * @return what was added
     * @throws RefusedException if the signer can't sign now, or the document has no name, no bytes or too many
     */
    public synchronized Upload upload(String signerId, String fileName, DocumentContent content, String ip)
            throws RefusedException {
        SessionEdit edit = begin(ip);
        Upload upload = SignerDeeds.of(edit, signerId).upload(fileName, content, surroundings.place());
        keep(edit);
        return upload;
    }

    /**
     * A signer fills in the fields and signs.
     *
     * @param values by field id; fields that fill themselves in may be left out
     * @throws RefusedException if the signer can't sign now, a field isn't as it must be, or a document is missing
     */
    public synchronized void sign(String signerId, Map<String, String> values, String ip) throws RefusedException {
        SessionEdit edit = begin(ip);
        SignerDeeds.of(edit, signerId).sign(values);
        keep(edit);
    }

    /**
     * A signer declines. The session stays as it is, for its owner to decide on.
     *
     * @throws RefusedException if the signer can't sign now, or tells no reason
     */
    public synchronized void decline(String signerId, String reason, String ip) throws RefusedException {
        SessionEdit edit = begin(ip);
        SignerDeeds.of(edit, signerId).decline(reason);
        keep(edit);
    }

    /**
     * A signer asks somebody else to sign instead: a new signer with the same role, place and authentication.
     *
     * @param newSigner names and address of the other one
     * @return the new signer
     * @throws RefusedException if the session doesn't allow delegation, the signer can't sign now, or the other one has no
     *         last name or valid address
     */
    public synchronized Signer delegate(String signerId, ObjectNode newSigner, String ip) throws RefusedException {
        SessionEdit edit = begin(ip);
        String successor = SignerDeeds.of(edit, signerId).delegate(newSigner);
        keep(edit);
        return state.signer(successor).orElseThrow();
    }

    /**
     * Tells what a copy of this session shall hold.
     *
     * @throws RefusedException if the session's state doesn't allow that, or the copy can't be as it is wanted
     */
    synchronized SessionContents copied(SessionCopy copy) throws RefusedException {
        SessionEdit edit = begin(SessionAction.COPY, "");
        return copy.of(edit.snapshot(), edit.at());
    }

    /** Notes that a copy was made. */
    synchronized void noteCopy(String copyId, String ip) {
        SessionEdit edit = begin(ip);
        edit.copiedTo(copyId);
        edit.log("Session copied to " + copyId + ".");
        keep(edit);
    }

    /** Puts the session into a state from outside, whatever the rules say. */
    public synchronized void moveTo(SessionStatus newStatus) {
        SessionEdit edit = new SessionEdit(state, surroundings.clock().instant(), "");
        edit.moveTo(newStatus);
        keep(edit);
    }

    private SessionEdit begin(SessionAction action, String ip) throws RefusedException {
        SessionEdit edit = begin(ip);
        action.check(edit.status());
        return edit;
    }

    private SessionEdit begin(String ip) {
        Instant now = surroundings.clock().instant();
        passTime(now);
        return new SessionEdit(state, now, ip);
    }

    private void keep(SessionEdit edit) {
        SessionSnapshot changed = edit.snapshot();
        Set<String> known = edit.isFirst() ? Set.of()
                : state.contents().documents().stream().map(Document::id).collect(Collectors.toSet());
        surroundings.keeper().accept(changed);
        state = changed;
        surroundings.watcher().accept(changed);
        edit.events().forEach(surroundings.events()::on);
        submitTags(known);
    }

    private void goOnWithChangedSigners(SessionEdit edit) {
        if (edit.status() != SessionStatus.IN_SENT) {
            return;
        }
        SigningProcess process = new SigningProcess(edit);
        for (Signer signer : edit.signers()) {
            boolean waits = signer.status() == SignerStatus.INVITED || signer.status() == SignerStatus.IN_PROGRESS;
            String addressBefore = state.signer(signer.id()).map(Signer::email).orElse(signer.email());
            if (waits && !addressBefore.equalsIgnoreCase(signer.email())) {
                process.invite(signer);
            }
        }
        process.inviteDue();
    }

    /** What an invitation may change of a signer. */
    private static ObjectNode addressOf(ObjectNode members) {
        ObjectNode kept = members.deepCopy();
        kept.retain("FirstName", "LastName", "EmailAddress", "SignerEmailSubject", "SignerEmailMessage");
        return kept;
    }

    private static void refuse(List<String> refusals) throws RefusedException {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }
}
