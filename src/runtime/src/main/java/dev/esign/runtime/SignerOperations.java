package dev.esign.runtime;

import java.net.URI;
import java.util.List;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.esign.FailedCall;
import dev.esign.InviteToken;
import dev.esign.Operation;
import dev.esign.ProtocolException;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.UploadedDocument;
import dev.esign.rest.InviteRequest;
import dev.esign.rest.InviteRequest.InvitedSigner;
import dev.esign.rest.SignersApi;
import dev.esign.rest.SignersRequest;
import io.smallrye.mutiny.Uni;

/** What can be done with the signers of a session, each operation tried once. */
@Singleton
public class SignerOperations {

    private final RequiredSettings required;
    private final SignersApi api;
    private final Calls calls;
    private final SessionPayloads payloads;
    private final SessionOperations operations;

    SignerOperations(RequiredSettings required, @RestClient SignersApi api, Calls calls, SessionPayloads payloads,
            SessionOperations operations) {
        this.required = required;
        this.api = api;
        this.calls = calls;
        this.payloads = payloads;
        this.operations = operations;
    }

    /** Update Signers. */
    public Uni<Void> update(SessionId sessionId, List<Signer> signers) {
        FailedCall call = calls.named(FailedCall.of(Operation.UPDATE_SIGNERS, sessionId));
        return Arguments.id(sessionId)
                .map(id -> new SignersRequest(required.username(), id,
                        notEmpty(signers).stream().map(payloads::signer).toList(), payloads.form()))
                .invoke(() -> signers.forEach(signer -> SessionOperations.warn(call.operation(), signer.warnings())))
                .flatMap(request -> calls.perform(call, () -> api.update(request)))
                .replaceWithVoid();
    }

    /** SendSignerEmailInvites. */
    public Uni<Void> invite(SessionId sessionId, List<Signer> signers, URI returnUrl) {
        FailedCall call = calls.named(FailedCall.of(Operation.INVITE_SIGNERS, sessionId));
        return Arguments.id(sessionId)
                .map(id -> new InviteRequest(notEmpty(signers).stream().map(SignerOperations::invited).toList(), id,
                        operations.returnUrl(returnUrl).toString()))
                .flatMap(request -> calls.perform(call, () -> api.invite(request)))
                .replaceWithVoid();
    }

    /** GetSignerInviteToken. */
    public Uni<InviteToken> inviteToken(String signerId) {
        FailedCall call = calls.named(FailedCall.of(Operation.GET_INVITE_TOKEN));
        return Arguments.notBlank(signerId, "signer id").flatMap(id -> calls.perform(call, () -> api.inviteToken(id)))
                .map(answer -> {
                    if (answer.returnValue() == null || answer.returnValue().isBlank()) {
                        throw new ProtocolException(call, "eSign answered without a token", null);
                    }
                    return new InviteToken(answer.returnValue());
                });
    }

    /** GetSignerDocuments. */
    public Pages<UploadedDocument> uploadedDocuments(SessionId sessionId, String signerId) {
        FailedCall call = calls.named(FailedCall.of(Operation.GET_SIGNER_DOCUMENTS, sessionId));
        return new Pages<>(
                page -> Arguments.id(sessionId).flatMap(id -> Arguments.notBlank(signerId, "signer id")
                        .flatMap(signer -> calls.perform(call,
                                () -> api.documents(required.username(), id, signer, page, Pages.SIZE)))),
                RowReader::uploadedDocument);
    }

    private static List<Signer> notEmpty(List<Signer> signers) {
        if (signers.isEmpty()) {
            throw new IllegalArgumentException("signers: there are none; nothing was sent");
        }
        return signers;
    }

    private static InvitedSigner invited(Signer signer) {
        return new InvitedSigner(signer.id().orElse(null), SessionPayloads.integer(signer.sequence()),
                signer.firstName().orElse(null), signer.lastName(), signer.email(),
                SessionPayloads.integer(signer.stateCode()), SessionPayloads.integer(signer.statusCode()));
    }
}
