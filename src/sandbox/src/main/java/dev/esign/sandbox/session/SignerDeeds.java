package dev.esign.sandbox.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one signer does. Works on one change. */
final class SignerDeeds {

    private static final int LONGEST_REASON = 1_000;

    private final SessionEdit edit;
    private final Signer signer;

    private SignerDeeds(SessionEdit edit, Signer signer) {
        this.edit = edit;
        this.signer = signer;
    }

    /**
     * Lets a signer follow the link of the invitation.
     *
     * @throws RefusedException if the signer can't sign now
     */
    static void open(SessionEdit edit, String signerId) throws RefusedException {
        if (edit.status() == SessionStatus.PURGED) {
            throw new RefusedException(List.of("You are attempting to access a session that has been purged.",
                    "This session's documents are no longer available. Please contact the sender of your signing session."));
        }
        SessionAction.SIGN.check(edit.status());
        Signer signer = find(edit, signerId);
        if (!signer.status().isAwaited()) {
            throw new RefusedException("Error: The signer is " + signer.status().label() + " and has nothing to sign.");
        }
        boolean invited = signer.status() != SignerStatus.PENDING_INVITE;
        if (!invited && (edit.contents().sendsInvitations() || !edit.snapshot().isDue(signer))) {
            throw new RefusedException("Error: It is not this signer's turn yet.");
        }
        edit.replace(signer.with(SignerStatus.IN_PROGRESS));
        edit.log(signer.name() + " opened the session.");
    }

    /**
     * Finds a signer who has opened the session and not ended yet.
     *
     * @throws RefusedException if that isn't so, or the session's state doesn't allow signing
     */
    static SignerDeeds of(SessionEdit edit, String signerId) throws RefusedException {
        SessionAction.SIGN.check(edit.status());
        Signer signer = find(edit, signerId);
        if (signer.status() != SignerStatus.IN_PROGRESS) {
            throw new RefusedException("Error: The signer is " + signer.status().label() + " and cannot act.");
        }
        return new SignerDeeds(edit, signer);
    }

    void authenticated(AuthenticationStep step) {
        edit.log(signer.name() + " authenticated (" + step.label() + ").");
    }

    /** Counts a failed authentication, and tells how many tries are left; without any, the signer is locked. */
    int failAuthentication(AuthenticationStep step) {
        Signer failed = signer.with(signer.progress().failedOnce());
        int left = SigningSession.TRIES - failed.progress().failures();
        edit.log(signer.name() + " failed to authenticate (" + step.label() + ").");
        if (left > 0) {
            edit.replace(failed);
            return left;
        }
        edit.replace(failed.with(SignerStatus.AUTHENTICATION_FAILED));
        edit.log(signer.name() + " is locked after " + SigningSession.TRIES + " failed authentications.");
        new SessionMails(edit).authenticationFailed(failed);
        return 0;
    }

    void sendCode(String code) {
        new SessionMails(edit).smsCode(signer, code);
        edit.log("Code sent to " + signer.name() + " by SMS.");
    }

    Upload upload(String fileName, DocumentContent content, DocumentPlace place) throws RefusedException {
        if (fileName.isBlank() || content.isTooLarge() || content.size() == 0
                || content.size() + edit.contents().size() > DocumentSink.SESSION_LIMIT) {
            throw new RefusedException("Error: " + (fileName.isBlank() ? "Document" : fileName) + " did not upload.");
        }
        Upload upload = new Upload(UUID.randomUUID().toString(), fileName, place.take(content), edit.at());
        edit.replace(signer.with(signer.progress().plus(upload)));
        edit.log(signer.name() + " uploaded a document.");
        return upload;
    }

    void sign(Map<String, String> values) throws RefusedException {
        if (signer.mustUpload() && signer.progress().uploads().isEmpty()) {
            throw new RefusedException("Error: The signer must upload a document before signing.");
        }
        Map<String, String> accepted = FieldRules.accept(edit.snapshot().fieldsOf(signer), values, signer, edit.at());
        Signer signed = signer.with(signer.progress().signed(accepted, edit.at())).with(SignerStatus.COMPLETED);
        edit.replace(signed);
        edit.log(signer.name() + " signed.");
        if (edit.signers().stream().anyMatch(other -> !other.status().isDone())) {
            new SessionMails(edit).signed(signed);
        }
        new SigningProcess(edit).advance();
    }

    void decline(String reason) throws RefusedException {
        String told = reason.strip();
        if (told.isEmpty() || told.length() > LONGEST_REASON) {
            throw new RefusedException("Error: A reason of up to " + LONGEST_REASON + " letters is needed to decline.");
        }
        Signer declined = signer.with(signer.progress().declined(told, edit.at())).with(SignerStatus.DECLINED);
        edit.replace(declined);
        edit.log(signer.name() + " declined: " + told);
        new SessionMails(edit).declined(declined, told);
    }

    /** Hands over to a new signer with the same role, place and authentication, and tells the new one's id. */
    String delegate(ObjectNode newSigner) throws RefusedException {
        if (!edit.contents().settings().path("AllowDelegation").asBoolean()) {
            throw new RefusedException("Error: The signing session does not allow delegation.");
        }
        ObjectNode members = signer.members().deepCopy();
        members.remove(List.of("FirstName", "LastName", "FullName", "EmailAddress"));
        members.put("Sequence", signer.position(edit.signers().indexOf(signer) + 1));
        members.setAll(newSigner);
        Signer other = Signer.pending(members);
        Signer successor = other.with(other.progress().with(signer.progress().password(), Optional.empty()));
        List<String> refusals = SessionRules.signerRefusals(List.of(successor));
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        edit.replace(signer.with(signer.progress().delegated(successor.id(), edit.at())).with(SignerStatus.DELEGATED));
        edit.log(signer.name() + " delegated to " + successor.name() + " (" + successor.email() + ").");
        new SessionMails(edit).delegated(signer, successor);
        edit.contents(edit.contents().plus(successor));
        new SigningProcess(edit).invite(successor);
        return successor.id();
    }

    private static Signer find(SessionEdit edit, String signerId) throws RefusedException {
        Signer found = edit.signers().stream().filter(signer -> signer.id().equalsIgnoreCase(signerId)).findFirst()
                .orElseThrow(() -> new RefusedException("Error: Signer not found in the signing session."));
        if (found.status() == SignerStatus.AUTHENTICATION_FAILED) {
            throw new RefusedException("Error: The signer is locked after " + SigningSession.TRIES
                    + " failed authentications. The sender can send a new invitation.");
        }
        return found;
    }
}
