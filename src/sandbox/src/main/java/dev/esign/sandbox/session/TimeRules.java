package dev.esign.sandbox.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the clock does to sessions. */
final class TimeRules {

    /** Completed sessions are archived after 30 days, by the knowledge base. */
    private static final Duration UNTIL_ARCHIVED = Duration.ofDays(30);

    private TimeRules() {
    }

    /** When something happens to a session by itself next. */
    static Optional<Instant> nextDue(SessionSnapshot session) {
        return Stream.of(expiry(session), reminder(session), archive(session), purge(session)).flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Lets happen what is due at the time of a change. */
    static void apply(SessionEdit edit, SessionSnapshot session) {
        if (isDue(expiry(session), edit)) {
            new SessionMails(edit).expired();
            new SigningProcess(edit).cancelSigners();
            edit.moveTo(SessionStatus.EXPIRED);
            edit.log("Session expired.");
        } else if (isDue(reminder(session), edit)) {
            new SigningProcess(edit).remind();
        } else if (isDue(archive(session), edit)) {
            edit.moveTo(SessionStatus.ARCHIVED);
            edit.log("Session archived.");
        } else if (isDue(purge(session), edit)) {
            purge(edit);
        }
    }

    /** Takes the documents' bytes away; their names stay. */
    static void purge(SessionEdit edit) {
        SessionContents contents = edit.contents();
        edit.contents(contents.withDocuments(contents.documents().stream().map(Document::withoutContent).toList()));
        for (Signer signer : edit.signers()) {
            List<Upload> uploads = signer.progress().uploads().stream().map(Upload::withoutContent).toList();
            edit.replace(signer.with(signer.progress().withUploads(uploads)));
        }
        edit.purge(Optional.empty());
        edit.moveTo(SessionStatus.PURGED);
        edit.log("Documents purged.");
    }

    private static boolean isDue(Optional<Instant> instant, SessionEdit edit) {
        return instant.isPresent() && !instant.get().isAfter(edit.at());
    }

    private static Optional<Instant> expiry(SessionSnapshot session) {
        return session.history().expiry().filter(instant -> session.status().isOpen());
    }

    private static Optional<Instant> reminder(SessionSnapshot session) {
        return session.history().nextReminder().filter(instant -> session.status() == SessionStatus.IN_SENT);
    }

    private static Optional<Instant> archive(SessionSnapshot session) {
        return session.history().completedOn().filter(instant -> session.status() == SessionStatus.COMPLETED)
                .map(instant -> instant.plus(UNTIL_ARCHIVED));
    }

    private static Optional<Instant> purge(SessionSnapshot session) {
        return session.history().purge().filter(pending -> session.status() == SessionStatus.TO_BE_PURGED)
                .map(SessionHistory.PendingPurge::on);
    }
}
