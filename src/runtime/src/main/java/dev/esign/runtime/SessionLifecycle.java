package dev.esign.runtime;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.OutcomeUnknownException;
import dev.esign.model.PurgeTime;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.rest.Answer;
import dev.esign.rest.CopyRequest;
import dev.esign.rest.CopyRequest.CopiedSession;
import dev.esign.rest.CopyRequest.CopiedSessionInfo;
import dev.esign.rest.CopyRequest.CopiedSigner;
import dev.esign.rest.CopyRequest.CopyOptions;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.SessionsApi;
import dev.esign.rest.TransactionIdRequest;
import io.smallrye.mutiny.Uni;

/** What becomes of a session once it exists, each operation tried once. */
@Singleton
public class SessionLifecycle {

    /** The version of the documented example; what others mean isn't documented. */
    private static final int COPY_VERSION = 0;

    private final RequiredSettings required;
    private final SessionsApi sessions;
    private final Calls calls;
    private final SessionOperations operations;

    SessionLifecycle(RequiredSettings required, @RestClient SessionsApi sessions, Calls calls,
            SessionOperations operations) {
        this.required = required;
        this.sessions = sessions;
        this.calls = calls;
        this.operations = operations;
    }

    /** Edit/Pause Session. */
    public Uni<Void> pause(SessionId sessionId) {
        return perform(calls.named(FailedCall.of(Operation.EDIT_SESSION, sessionId)), sessions::edit).replaceWithVoid();
    }

    /** CancelSession. */
    public Uni<Void> cancel(SessionId sessionId, URI returnUrl) {
        return returnUrl(returnUrl).flatMap(
                hostUrl -> confirmed(Operation.CANCEL_SESSION, sessionId, id -> sessions.cancel(id, hostUrl)));
    }

    /** CloseSession. */
    public Uni<Void> close(SessionId sessionId, URI returnUrl) {
        return returnUrl(returnUrl).flatMap(
                hostUrl -> confirmed(Operation.CLOSE_SESSION, sessionId, id -> sessions.close(id, hostUrl)));
    }

    /** DeleteSession. */
    public Uni<Void> delete(SessionId sessionId) {
        return confirmed(Operation.DELETE_SESSION, sessionId, sessions::delete);
    }

    /** PurgeSessionDocs. */
    public Uni<Void> purge(SessionId sessionId, PurgeTime time, URI returnUrl) {
        Objects.requireNonNull(time, "purge time");
        return returnUrl(returnUrl).flatMap(hostUrl -> confirmed(Operation.PURGE_SESSION, sessionId,
                id -> sessions.purge(id, hostUrl, time == PurgeTime.NOW)));
    }

    /** CancelPurgingSession. */
    public Uni<Void> cancelPurge(SessionId sessionId) {
        return confirmed(Operation.CANCEL_PURGING, sessionId, sessions::cancelPurging);
    }

    /** CopySigningSession. The id of the original is never taken for the copy's, lest the caller changes the original. */
    public Uni<SessionId> copy(SessionCopy copy) {
        FailedCall call = calls
                .named(new FailedCall(Operation.COPY_SESSION, copy.source(), copy.transactionId(), null, List.of()));
        return perform(call, id -> sessions.copy(request(copy)))
                .map(answer -> Stream
                        .concat(SessionReader.id(answer).stream(),
                                answer.sessions().stream().flatMap(session -> SessionReader.id(session).stream()))
                        .filter(id -> !id.value().equalsIgnoreCase(copy.source().value())).findFirst()
                        .orElseThrow(() -> new OutcomeUnknownException(call,
                                "eSign answered without the copy's id, so it isn't known whether there is one", null)));
    }

    /** UpdateTransactionId. */
    public Uni<Void> updateTransactionId(SessionId sessionId, String transactionId) {
        FailedCall call = calls
                .named(new FailedCall(Operation.UPDATE_TRANSACTION_ID, sessionId, transactionId, null, List.of()));
        return Arguments.notBlank(transactionId, "transaction id")
                .flatMap(valid -> perform(call,
                        id -> sessions.updateTransactionId(new TransactionIdRequest(required.username(), id, valid))))
                .replaceWithVoid();
    }

    private <A extends Answer> Uni<A> perform(FailedCall call, Function<String, Uni<A>> request) {
        return Arguments.id(call.sessionId()).flatMap(id -> calls.perform(call, () -> request.apply(id)));
    }

    /** For calls that are documented to answer True or False. */
    private Uni<Void> confirmed(Operation operation, SessionId sessionId, Function<String, Uni<RequestResponse>> request) {
        FailedCall call = calls.named(FailedCall.of(operation, sessionId));
        return perform(call, request).invoke(answer -> Calls.requireTrue(call, answer)).replaceWithVoid();
    }

    private Uni<String> returnUrl(URI given) {
        return Uni.createFrom().item(() -> operations.returnUrl(given).toString());
    }

    private static CopyRequest request(SessionCopy copy) {
        List<CopiedSigner> signers = copy.signers().stream()
                .map(signer -> new CopiedSigner(signer.id().orElse(null), signer.email().orElse(null))).toList();
        return new CopyRequest(new CopyOptions(COPY_VERSION, copy.fieldsRetained()),
                new CopiedSession(copy.source().value(),
                        new CopiedSessionInfo(copy.transactionId(), copy.title().orElse(null)),
                        signers.isEmpty() ? null : signers));
    }
}
