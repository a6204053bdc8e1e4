package dev.esign.cli;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.esign.EsignException;
import dev.esign.EsignTimeoutException;
import dev.esign.RateLimitedException;
import dev.esign.UnavailableException;
import dev.esign.model.Session;
import dev.esign.model.Session.HeldDocument;
import dev.esign.model.Session.HeldSigner;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code esign status}. */
@Command(name = "status", description = "Tells how far a session is, once or until its end.", footer = {
        "  esign status 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10 --watch",
        "  esign status --transaction-id 'deal 7' --json" })
class StatusCommand extends SessionCommand {

    private static final Set<SessionStatus> GOOD = Set.of(SessionStatus.COMPLETED, SessionStatus.ARCHIVED);
    private static final Set<SessionStatus> BAD = Set.of(SessionStatus.CANCELLED, SessionStatus.DELETED, SessionStatus.EXPIRED,
            SessionStatus.PURGED);

    /**
     * A session, for scripts.
     *
     * @param sessionId its id
     * @param status the documented name of its status
     * @param transactionId the caller's own identity of it
     * @param title its title
     * @param expiresOn when it expires, as ISO 8601
     * @param documents its documents
     * @param signers its signers
     */
    @RegisterForReflection
    record View(String sessionId, String status, String transactionId, String title, String expiresOn,
            List<DocumentView> documents, List<SignerView> signers) {
    }

    /**
     * A document.
     *
     * @param fileName its name
     * @param anchorTags whether eSign looked for anchor tags in it
     */
    @RegisterForReflection
    record DocumentView(String fileName, boolean anchorTags) {
    }

    /**
     * A signer; names and address with {@code --show-people}.
     *
     * @param signerId its id
     * @param role its role
     * @param status the documented name of its status
     * @param firstName its first name
     * @param lastName its last name
     * @param email its address
     */
    @RegisterForReflection
    record SignerView(String signerId, String role, String status, String firstName, String lastName, String email) {
    }

    @Option(names = "--watch", description = "Go on until the session has come to its end, and tell each change.")
    boolean watch;

    @Option(names = "--interval", paramLabel = "TIME", converter = DurationOption.class, defaultValue = "10s", description = "How often to look, with --watch; ${DEFAULT-VALUE} by default.")
    Duration interval;

    @Option(names = "--show-people", description = "Tell the signers' names and e-mail addresses too.")
    boolean showPeople;

    private volatile Session seen;

    @Override
    int run(SessionId id) {
        Session session = sessions.get(id);
        seen = session;
        View view = view(session);
        show(session, view);
        if (!watch) {
            return done(view);
        }
        done(view);
        while (!isOver(session)) {
            pause();
            Optional<Session> now = look(id);
            if (now.isEmpty()) {
                continue;
            }
            View next = view(now.get());
            if (!next.equals(view)) {
                tell(view, next);
                done(next);
            }
            session = now.get();
            seen = session;
            view = next;
        }
        return session.status().filter(BAD::contains).isPresent() ? ExitCodes.FINDINGS : ExitCodes.DONE;
    }

    private static boolean isOver(Session session) {
        return session.status().filter(status -> GOOD.contains(status) || BAD.contains(status)).isPresent();
    }

    private void pause() {
        try {
            Thread.sleep(interval.toMillis());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the watch was interrupted", ending);
        }
    }

    /** Someone who watches for days isn't to be left because of a minute without a network. */
    private Optional<Session> look(SessionId id) {
        try {
            return Optional.of(sessions.get(id));
        } catch (UnavailableException | EsignTimeoutException | RateLimitedException later) {
            screen.step(Tone.NOTE, now(), "no answer, looking again: " + ((EsignException) later).getMessage());
            return Optional.empty();
        }
    }

    private void show(Session session, View view) {
        screen.step("session", view.sessionId);
        screen.step(session.status().map(StatusCommand::tone).orElse(Tone.PLAIN), "status", known(view.status));
        Stream.of(new String[] { "title", view.title }, new String[] { "transaction", view.transactionId },
                new String[] { "expires", view.expiresOn }).filter(line -> line[1] != null)
                .forEach(line -> screen.step(line[0], line[1]));
        view.documents.forEach(document -> screen.step("document", known(document.fileName)));
        for (int i = 0; i < view.signers.size(); i++) {
            screen.step(session.signers().get(i).status().map(StatusCommand::tone).orElse(Tone.PLAIN), "signer",
                    describe(view.signers.get(i)) + ": " + known(view.signers.get(i).status));
        }
        long signed = session.signers().stream().filter(StatusCommand::hasSigned).count();
        screen.step("signed", signed + " of " + session.signers().size());
    }

    private void tell(View before, View after) {
        if (!Objects.equals(before.status, after.status)) {
            screen.step(SessionStatus.named(known(after.status)).map(StatusCommand::tone).orElse(Tone.PLAIN), now(),
                    "session: " + known(before.status) + " -> " + known(after.status));
        }
        for (SignerView signer : after.signers) {
            Optional<SignerView> old = before.signers.stream()
                    .filter(one -> Objects.equals(one.signerId, signer.signerId) && Objects.equals(one.role, signer.role))
                    .findFirst();
            String was = old.map(SignerView::status).orElse(null);
            if (old.isEmpty() || !Objects.equals(was, signer.status)) {
                screen.step(SignerStatus.named(known(signer.status)).map(StatusCommand::tone).orElse(Tone.PLAIN), now(),
                        describe(signer) + ": " + known(was) + " -> " + known(signer.status));
            }
        }
        if (before.documents.size() != after.documents.size()) {
            screen.step(now(), "documents: " + before.documents.size() + " -> " + after.documents.size());
        }
    }

    private static String now() {
        return LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String describe(SignerView signer) {
        List<String> parts = new ArrayList<>(List.of(signer.role == null ? "no role" : signer.role));
        Stream.of(signer.firstName, signer.lastName, signer.email == null ? null : "<" + signer.email + ">")
                .filter(Objects::nonNull).forEach(parts::add);
        return String.join(" ", parts);
    }

    private static String known(String text) {
        return text == null ? "unknown" : text;
    }

    private static boolean hasSigned(HeldSigner signer) {
        return signer.status().filter(SignerStatus.COMPLETED::equals).isPresent();
    }

    private static Tone tone(SessionStatus status) {
        return GOOD.contains(status) ? Tone.GOOD : BAD.contains(status) ? Tone.BAD : Tone.NOTE;
    }

    private static Tone tone(SignerStatus status) {
        if (status.equals(SignerStatus.COMPLETED)) {
            return Tone.GOOD;
        }
        return Set.of(SignerStatus.CANCELLED, SignerStatus.DECLINED, SignerStatus.AUTHENTICATION_FAILED).contains(status)
                ? Tone.BAD
                : Tone.NOTE;
    }

    private View view(Session session) {
        return new View(session.id().value(), session.status().map(SessionStatus::name).orElse(null),
                session.transactionId().orElse(null), session.title().orElse(null),
                session.expiresOn().map(Object::toString).orElse(null),
                session.documents().stream().map(StatusCommand::view).toList(),
                session.signers().stream().map(this::view).toList());
    }

    private static DocumentView view(HeldDocument document) {
        return new DocumentView(document.fileName().orElse(null), document.hasAnchorTags());
    }

    private SignerView view(HeldSigner signer) {
        return new SignerView(signer.id().orElse(null), signer.role().map(Object::toString).orElse(null),
                signer.status().map(SignerStatus::name).orElse(null), shown(signer.firstName()), shown(signer.lastName()),
                shown(signer.email()));
    }

    private String shown(Optional<String> personal) {
        return showPeople ? personal.orElse(null) : null;
    }

    @Override
    List<String> whenInterrupted() {
        return seen == null ? List.of("nothing was changed")
                : List.of("session " + seen.id() + " was " + seen.status().map(SessionStatus::name).orElse("unknown")
                        + " when it was last looked at; nothing was changed",
                        "to go on watching: esign status " + seen.id() + " --watch");
    }
}
