package dev.esign.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import dev.esign.OutcomeUnknownException;
import dev.esign.SigningSessions;
import dev.esign.cli.TagReport.FindingView;
import dev.esign.model.InvalidSessionException;
import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A command that makes a session of documents: it creates one with the signers and the first document, and adds each further
 * document by an update, so that no request is larger than its document. A transaction id that is given is looked up first, so
 * that a command which was broken off goes on where it was.
 */
abstract class SendingCommand extends AccountCommand {

    @Mixin
    ContentOptions content = new ContentOptions();

    @Option(names = "--transaction-id", paramLabel = "TEXT", description = "Your own identity of the session; by default a random one. A session that has it already is gone on with, instead of making a second one.")
    String transactionId;

    @Inject
    SigningSessions sessions;

    @Inject
    TagReport tags;

    List<FindingView> findings = List.of();

    private volatile NewSession wanted;
    private volatile SessionId created;
    private volatile boolean begun;
    private volatile int sent;

    abstract List<Path> files();

    /** What the command did, for the caller. */
    record Made(SessionId id, String transactionId, Optional<SessionStatus> status) {

        boolean isStarted() {
            return status.filter(known -> !known.canStart()).isPresent();
        }
    }

    @Override
    final int run() {
        check();
        try {
            return finish(make());
        } catch (RuntimeException failure) {
            boolean left = created != null || failure instanceof OutcomeUnknownException;
            if (left && !Interruption.isUnderWay()) {
                whatWasDone().forEach(line -> screen.step(Tone.NOTE, "session", line));
            }
            throw failure;
        }
    }

    /** Does the rest with the session, and tells of it. */
    abstract int finish(Made made);

    /** Everything that can be found wrong here is found before anything is sent. */
    void check() {
        GivenFiles.check(files(), spec);
        try {
            session(files()).build(); // with all documents, since one that can't be added later must not leave half a session
            wanted = session(files().stream().limit(1).toList()).build();
        } catch (InvalidSessionException invalid) {
            throw misuse(invalid.getMessage());
        }
        if (!content.noAnchorTags) {
            findings = tags.check(content.lint, files(),
                    Optional.of(wanted.signers().stream().map(signer -> signer.role().name()).toList()));
        }
    }

    /** Makes the session, or what is missing of it. */
    private Made make() {
        Optional<SessionSummary> known = transactionId == null ? Optional.empty() : known();
        List<Path> missing = new ArrayList<>(files());
        Optional<SessionStatus> status = Optional.empty();
        begun = true;
        if (known.isPresent()) {
            Session held = sessions.get(known.get().id());
            status = held.status();
            screen.step(Tone.NOTE, "found", "session " + held.id() + " has this transaction id already, and is "
                    + status.map(SessionStatus::name).orElse("in a status that eSign doesn't tell"));
            if (status.filter(SessionStatus::canStart).isEmpty()) {
                return left(held);
            }
            created = held.id();
            held.documents().stream().flatMap(document -> document.fileName().stream()).forEach(name -> missing.stream()
                    .filter(file -> GivenFiles.name(file).equals(name)).findFirst().ifPresent(missing::remove));
            sent = files().size() - missing.size();
        } else {
            created = sessions.create(wanted, screen.upload(files().isEmpty() ? "session" : GivenFiles.name(files().get(0))));
            screen.step(Tone.GOOD, "created", "session " + created + ", transaction " + wanted.transactionId());
            if (!missing.isEmpty()) {
                missing.remove(0);
                sent = 1;
            }
        }
        for (Path file : missing) {
            sessions.update(content.further(created, file), screen.upload(GivenFiles.name(file)));
            sent++;
            screen.step(Tone.GOOD, "updated", "with " + GivenFiles.name(file));
        }
        return new Made(created, wanted.transactionId(), status);
    }

    /** A session that was started is what was wanted; one that came to another end isn't. */
    private Made left(Session held) {
        if (held.status().filter(Set.of(SessionStatus.IN_SENT, SessionStatus.COMPLETED)::contains).isEmpty()) {
            throw new Refusal(ExitCodes.REFUSED, "that session can't be gone on with; send with another --transaction-id");
        }
        return new Made(held.id(), wanted.transactionId(), held.status());
    }

    private Optional<SessionSummary> known() {
        List<SessionSummary> known;
        try (Stream<SessionSummary> found = sessions.findByTransactionId(transactionId)) {
            known = found.limit(2).toList();
        }
        if (known.size() > 1) {
            throw new Refusal(ExitCodes.REFUSED, "several sessions have this transaction id already; send with another one");
        }
        return known.stream().findFirst();
    }

    private NewSession.Builder session(List<Path> files) {
        NewSession.Builder session = NewSession
                .titled(content.title == null && !files().isEmpty() ? GivenFiles.name(files().get(0)) : content.title);
        content.describe(session, files);
        if (transactionId != null) {
            session.transactionId(transactionId);
        }
        return session;
    }

    /** Where the session is and how to go on. */
    final List<String> whatWasDone() {
        if (!begun) {
            return List.of("nothing was sent");
        }
        String goOn = "to go on, repeat the command with --transaction-id \"" + wanted.transactionId() + "\"";
        return created == null
                ? List.of("it isn't known whether eSign made the session; transaction " + wanted.transactionId(),
                        goOn + ": it looks for it first")
                : List.of(created + " stays as it is, with " + sent + " of " + files().size() + " documents; transaction "
                        + wanted.transactionId(), goOn);
    }

    @Override
    List<String> whenInterrupted() {
        return whatWasDone();
    }
}
