package dev.esign;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.model.SessionId;
import dev.esign.runtime.CallerThread;
import dev.esign.runtime.SignedDocumentOperations;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/**
 * What comes back from a session: its signed documents, and the addresses at which its signers sign. Documents are received
 * piece by piece, whatever their size. eSign's documentation publishes no verb and no address for these calls, so they are
 * settings ({@code quarkus.esign.operations.*}). Each method blocks until it is done, so call it from worker or virtual
 * threads. Thread-safe.
 * <p>
 * Every failure of eSign is an {@link EsignException}. Besides those, methods throw
 * {@link io.quarkus.runtime.configuration.ConfigurationException} while settings are missing, {@link IllegalStateException}
 * when called on an event loop, and {@link java.io.UncheckedIOException} when a document can't be written here.
 */
@DefaultBean
@ApplicationScoped
public class SignedDocuments {

    private final SignedDocumentOperations operations;

    SignedDocuments(SignedDocumentOperations operations) {
        this.operations = operations;
    }

    /**
     * Saves the documents of a session (GetSessionFiles). They appear in the directory when all are whole; after a failure
     * none of them is there. No file is overwritten: where a name is taken, a number is added.
     *
     * @param sessionId the session
     * @param directory an existing directory; nothing is written outside of it
     * @return the documents, in eSign's order; empty when the session has none
     * @throws IllegalArgumentException when {@code directory} isn't a directory
     * @throws ProtocolException when no document can be recognised in the answer
     */
    public List<SavedDocument> saveTo(SessionId sessionId, Path directory) {
        return await(executor -> operations.save(Operation.GET_SESSION_FILES, sessionId, directory, executor));
    }

    /**
     * Saves the documents of an archived session (GetArchivedSessionFiles), as {@link #saveTo(SessionId, Path)}.
     *
     * @param sessionId the session
     * @param directory an existing directory; nothing is written outside of it
     * @return the documents, in eSign's order; empty when the session has none
     */
    public List<SavedDocument> saveArchivedTo(SessionId sessionId, Path directory) {
        return await(executor -> operations.save(Operation.GET_ARCHIVED_SESSION_FILES, sessionId, directory, executor));
    }

    /**
     * Hands on the documents of a session (GetSessionFiles), each when it is whole. Until then it is kept in a temporary
     * file. If the answer breaks off, the documents before have been handed on.
     *
     * @param sessionId the session
     * @param consumer takes the documents, on the thread of the caller
     * @throws ProtocolException when no document can be recognised in the answer
     */
    public void forEach(SessionId sessionId, DocumentConsumer consumer) {
        await(executor -> operations.forEach(Operation.GET_SESSION_FILES, sessionId, consumer, executor));
    }

    /**
     * Hands on the documents of an archived session (GetArchivedSessionFiles), as
     * {@link #forEach(SessionId, DocumentConsumer)}.
     *
     * @param sessionId the session
     * @param consumer takes the documents, on the thread of the caller
     */
    public void forEachArchived(SessionId sessionId, DocumentConsumer consumer) {
        await(executor -> operations.forEach(Operation.GET_ARCHIVED_SESSION_FILES, sessionId, consumer, executor));
    }

    /**
     * Fetches the addresses at which the signers of a session sign (GetSessionInviteUrls), for sessions whose invitations
     * eSign doesn't send.
     *
     * @param sessionId the session
     * @return the addresses, in eSign's order; empty when there are none
     * @throws ProtocolException when no address can be recognised in the answer
     */
    public List<InviteUrl> inviteUrls(SessionId sessionId) {
        return await(executor -> operations.inviteUrls(sessionId, executor));
    }

    private static <T> T await(Function<Executor, Uni<T>> call) {
        return CallerThread.await(call);
    }
}
