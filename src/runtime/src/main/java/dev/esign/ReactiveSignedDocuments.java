package dev.esign;

import java.nio.file.Path;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.model.SessionId;
import dev.esign.runtime.SignedDocumentOperations;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * The twin of {@link SignedDocuments} for reactive applications: the same operations with the same behaviour, but nothing
 * happens before a returned {@link Uni} is subscribed to, and failures arrive in the {@code Uni}. An answer is read and its
 * documents are written on a worker thread; cancelling breaks the answer off. Safe on event loops. Thread-safe.
 */
@DefaultBean
@ApplicationScoped
public class ReactiveSignedDocuments {

    private final SignedDocumentOperations operations;

    ReactiveSignedDocuments(SignedDocumentOperations operations) {
        this.operations = operations;
    }

    /**
     * Saves the documents of a session, as {@link SignedDocuments#saveTo(SessionId, Path)}.
     *
     * @param sessionId the session
     * @param directory an existing directory; nothing is written outside of it
     * @return the documents, in eSign's order
     */
    public Uni<List<SavedDocument>> saveTo(SessionId sessionId, Path directory) {
        return operations.save(Operation.GET_SESSION_FILES, sessionId, directory, Infrastructure.getDefaultWorkerPool());
    }

    /**
     * Saves the documents of an archived session, as {@link SignedDocuments#saveArchivedTo(SessionId, Path)}.
     *
     * @param sessionId the session
     * @param directory an existing directory; nothing is written outside of it
     * @return the documents, in eSign's order
     */
    public Uni<List<SavedDocument>> saveArchivedTo(SessionId sessionId, Path directory) {
        return operations.save(Operation.GET_ARCHIVED_SESSION_FILES, sessionId, directory,
                Infrastructure.getDefaultWorkerPool());
    }

    /**
     * Hands on the documents of a session, as {@link SignedDocuments#forEach(SessionId, DocumentConsumer)}.
     *
     * @param sessionId the session
     * @param consumer takes the documents, on a worker thread
     * @return completes when the last document was taken
     */
    public Uni<Void> forEach(SessionId sessionId, DocumentConsumer consumer) {
        return operations.forEach(Operation.GET_SESSION_FILES, sessionId, consumer, Infrastructure.getDefaultWorkerPool());
    }

    /**
     * Hands on the documents of an archived session, as
     * {@link SignedDocuments#forEachArchived(SessionId, DocumentConsumer)}.
     *
     * @param sessionId the session
     * @param consumer takes the documents, on a worker thread
     * @return completes when the last document was taken
     */
    public Uni<Void> forEachArchived(SessionId sessionId, DocumentConsumer consumer) {
        return operations.forEach(Operation.GET_ARCHIVED_SESSION_FILES, sessionId, consumer,
                Infrastructure.getDefaultWorkerPool());
    }

    /**
     * Fetches the addresses at which the signers of a session sign, as {@link SignedDocuments#inviteUrls(SessionId)}.
     *
     * @param sessionId the session
     * @return the addresses, in eSign's order
     */
    public Uni<List<InviteUrl>> inviteUrls(SessionId sessionId) {
        return operations.inviteUrls(sessionId, Infrastructure.getDefaultWorkerPool());
    }
}
