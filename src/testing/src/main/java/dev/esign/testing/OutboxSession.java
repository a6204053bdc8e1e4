package dev.esign.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.Session.HeldDocument;
import dev.esign.model.Session.HeldSigner;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionSettings;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionSummary;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerStatus;

/**
 * A session in an {@link EsignOutbox}, as it was at one moment. Immutable; {@code toString} shows id and status only.
 *
 * @param id the id that the application got
 * @param created what it created; of a copy, what the original was created of
 * @param updates what it changed, the oldest change first; of a copy, beginning with those of the original
 * @param copy what it copied, if the session is a copy; the copy's own signers are not looked at
 * @param title its title now
 * @param transactionId its transaction id now
 * @param expiresOn when it expires, if that was told
 * @param status its status
 * @param returnUrl the return URL of the last call that gave one
 */
public record OutboxSession(SessionId id, NewSession created, List<SessionUpdate> updates, Optional<SessionCopy> copy,
        String title, String transactionId, Optional<Instant> expiresOn, SessionStatus status, Optional<URI> returnUrl) {

    /**
     * Copies the list.
     *
     * @param id the id that the application got
     * @param created what it created; of a copy, what the original was created of
     * @param updates what it changed, the oldest change first; of a copy, beginning with those of the original
     * @param copy what it copied, if the session is a copy; the copy's own signers are not looked at
     * @param title its title now
     * @param transactionId its transaction id now
     * @param expiresOn when it expires, if that was told
     * @param status its status
     * @param returnUrl the return URL of the last call that gave one
     */
    public OutboxSession {
        updates = List.copyOf(updates);
    }

    static OutboxSession of(NewSession created) {
        return new OutboxSession(newId(), created, List.of(), Optional.empty(), created.settings().title(),
                created.transactionId(), Optional.ofNullable(created.settings().expiresOn()), SessionStatus.IN_DRAFT,
                Optional.empty());
    }

    private static SessionId newId() {
        return SessionId.of(UUID.randomUUID().toString());
    }

    /** @return all documents, those that were added later last; their contents are read when they are opened */
    public List<Document> documents() {
        return Stream.concat(created.documents().stream(), updates.stream().flatMap(update -> update.documents().stream()))
                .toList();
    }

    /** @return all signers, those that were added later last */
    public List<Signer> signers() {
        return Stream.concat(created.signers().stream(), updates.stream().flatMap(update -> update.signers().stream()))
                .toList();
    }

    /** @return whether it is InSent: its signers would have been invited */
    public boolean isStarted() {
        return status.equals(SessionStatus.IN_SENT);
    }

    OutboxSession with(SessionStatus other) {
        return new OutboxSession(id, created, updates, copy, title, transactionId, expiresOn, other, returnUrl);
    }

    OutboxSession with(URI other) {
        return other == null ? this
                : new OutboxSession(id, created, updates, copy, title, transactionId, expiresOn, status, Optional.of(other));
    }

    OutboxSession withTransactionId(String other) {
        return new OutboxSession(id, created, updates, copy, title, other, expiresOn, status, returnUrl);
    }

    OutboxSession with(SessionUpdate update) {
        List<SessionUpdate> all = new ArrayList<>(updates);
        all.add(update);
        SessionSettings settings = update.settings();
        return new OutboxSession(id, created, all, copy, Objects.requireNonNullElse(settings.title(), title),
                Objects.requireNonNullElse(settings.transactionId(), transactionId),
                Optional.ofNullable(settings.expiresOn()).or(() -> expiresOn), status, returnUrl);
    }

    OutboxSession copied(SessionCopy how) {
        return new OutboxSession(newId(), created, updates, Optional.of(how), how.title().orElse(title), how.transactionId(),
                Optional.empty(), SessionStatus.IN_DRAFT, Optional.empty());
    }

    Session read() {
        return new Session(id, Optional.of(status), Optional.of(title), Optional.of(transactionId), expiresOn,
                documents().stream()
                        .map(document -> new HeldDocument(Optional.of(document.fileName()), document.hasAnchorTags())).toList(),
                signers().stream().map(this::held).toList(), Map.of());
    }

    SessionSummary summary() {
        return new SessionSummary(id, Optional.of(status), Optional.of(title), Optional.of(transactionId), Optional.empty());
    }

    private HeldSigner held(Signer signer) {
        String signerId = signer.id().orElseGet(() -> UUID
                .nameUUIDFromBytes((id + "/" + signer.role()).getBytes(StandardCharsets.UTF_8)).toString());
        return new HeldSigner(Optional.of(signerId), Optional.of(signer.role()), signer.firstName(),
                Optional.of(signer.lastName()), Optional.of(signer.email()), signerStatus());
    }

    /** As long as nobody acts, the session's status tells that of its signers. */
    private Optional<SignerStatus> signerStatus() {
        return status.canStart() ? Optional.of(SignerStatus.PENDING_INVITE)
                : isStarted() ? Optional.of(SignerStatus.INVITED)
                        : status.equals(SessionStatus.COMPLETED) ? Optional.of(SignerStatus.COMPLETED) : Optional.empty();
    }

    @Override
    public String toString() {
        return "OutboxSession[" + id + ", " + status + "]";
    }
}
