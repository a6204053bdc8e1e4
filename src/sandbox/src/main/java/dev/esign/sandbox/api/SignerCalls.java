package dev.esign.sandbox.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionAction;
import dev.esign.sandbox.session.SessionChange.GivenSigner;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.Upload;
import dev.esign.sandbox.session.WebAddress;
import dev.esign.sandbox.user.Users;
import dev.esign.sandbox.wire.Members;

/**
 * The calls about signers: GetSignerInviteToken, SendSignerEmailInvites, Update Signers, GetSignerDocuments and invite URLs.
 */
public final class SignerCalls {

    private final Sessions sessions;
    private final Users users;
    private final URI url;

    public SignerCalls(Sessions sessions, Users users, URI url) {
        this.sessions = sessions;
        this.users = users;
        this.url = url;
    }

    public Answer inviteToken(Request request) {
        try {
            SessionSnapshot session = sessions.findBySigner(request.variable("signerId")).snapshot();
            session.check(SessionAction.INVITE_LINKS);
            return Envelope.value(session.signer(request.variable("signerId")).orElseThrow().progress().inviteToken());
        } catch (RefusedException e) {
            return Envelope.refusal(e.details().get(0));
        }
    }

    public Answer invite(Request request) throws MalformedRequestException {
        JsonNode body = new SessionBodyReader(request.body()).read();
        List<GivenSigner> signers = signers(body, "signerList");
        String returnUrl = Members.text(body, "returnURL");
        try {
            SigningSession session = sessions.find(Members.text(body, "signingSessionId"));
            session.snapshot().check(SessionAction.INVITE);
            WebAddress.check(returnUrl);
            if (signers.isEmpty()) {
                throw new RefusedException("Error: signerList is required.");
            }
            session.invite(signers, returnUrl, request.remoteAddress());
            return Envelope.done(List.of());
        } catch (RefusedException e) {
            return Envelope.done(e.details());
        }
    }

    public Answer update(Request request) throws MalformedRequestException {
        JsonNode body = new SessionBodyReader(request.body()).read();
        List<GivenSigner> signers = signers(body, "signers");
        try {
            users.check(Members.text(body, "username"));
            SigningSession session = sessions.find(Members.text(body, "signingSessionId"));
            List<String> takenRoles = session.updateSigners(signers, request.remoteAddress());
            SessionSnapshot after = session.snapshot();
            return Envelope.array("Signers", after.contents().signers(), signer -> SessionTree.signer(signer, after.id()),
                    takenRoles);
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("Signers", e.details());
        }
    }

    public Answer documents(Request request) {
        try {
            users.check(request.variable("username"));
            SessionSnapshot session = sessions.find(request.variable("signingSessionId")).snapshot();
            Signer signer = session.signer(request.variable("signerId"))
                    .orElseThrow(() -> new RefusedException("Error: Signer not found in the signing session."));
            Page page = Page.of(request.variable("pageSize"), request.variable("pageNumber"), Integer.MAX_VALUE);
            List<Upload> uploads = signer.progress().uploads();
            return Envelope.page("Documents", uploads.size(), page.of(uploads), this::upload);
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("Documents", e.details());
        }
    }

    /** GetSessionInviteUrls: the links of those who have still to sign. */
    public Answer inviteUrls(Request request) {
        try {
            SessionSnapshot session = sessions.find(request.variable("sessionId")).snapshot();
            session.check(SessionAction.INVITE_LINKS);
            List<Signer> awaited = session.contents().signers().stream().filter(signer -> signer.status().isAwaited())
                    .toList();
            return Envelope.array("InviteUrls", awaited, this::inviteUrl, List.of());
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("InviteUrls", e.details());
        }
    }

    private ObjectNode inviteUrl(Signer signer) {
        return JsonNodeFactory.instance.objectNode().put("SignerId", signer.id()).put("SignerRole", signer.role())
                .put("EmailAddress", signer.email()).put("InviteUrl", url + "/sign/" + signer.progress().inviteToken());
    }

    private ObjectNode upload(Upload upload) {
        return JsonNodeFactory.instance.objectNode().put("DocumentId", upload.id()).put("Title", upload.fileName())
                .put("Size", upload.content().size()).put("DownloadUrl", url + "/_sandbox/documents/" + upload.id());
    }

    private static List<GivenSigner> signers(JsonNode body, String name) throws MalformedRequestException {
        List<GivenSigner> signers = new ArrayList<>();
        for (JsonNode signer : Members.objects(body, name)) {
            signers.add(GivenSigner.of(signer));
        }
        return signers;
    }
}
