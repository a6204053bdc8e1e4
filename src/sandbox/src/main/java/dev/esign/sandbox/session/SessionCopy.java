package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.session.SessionChange.GivenSigner;
import dev.esign.sandbox.wire.Members;
import dev.esign.sandbox.wire.WireType;

/**
 * What a copy shall be like.
 *
 * @param sourceId the session to copy
 * @param settings what differs in the copy's settings
 * @param signers those of the source to keep (an id), to give another address (id and address), or to add (an address);
 *        none for all of the source's
 * @param retainFields whether the fields of the documents are copied too
 */
public record SessionCopy(String sourceId, ObjectNode settings, List<GivenSigner> signers, boolean retainFields) {

    public static SessionCopy of(JsonNode request) throws MalformedRequestException {
        JsonNode session = Members.object(request, "session");
        List<GivenSigner> signers = new ArrayList<>();
        for (JsonNode signer : Members.objects(session, "Signers")) {
            signers.add(GivenSigner.of(signer));
        }
        String retain = Members.text(Members.object(request, "copyOptions"), "RetainFields");
        return new SessionCopy(Members.text(session, "SigningSessionId"),
                WireType.SESSION_INFO.read(Members.object(session, "SessionInfo")), List.copyOf(signers),
                retain.equalsIgnoreCase("true"));
    }

    /**
     * The contents of the copy.
     *
     * @throws RefusedException if they can't be a session's
     */
    SessionContents of(SessionSnapshot source, Instant now) throws RefusedException {
        ObjectNode copied = source.contents().settings().deepCopy();
        // No longer carried over, by the release notes of April 2025.
        copied.remove("ExpiresOn");
        copied.setAll(settings);
        List<String> refusals = new ArrayList<>();
        List<Document> documents = source.contents().documents().stream().map(document -> document.copy(retainFields)).toList();
        SessionContents contents = new SessionContents(copied, documents, signers(source, refusals),
                source.contents().password());
        refusals.addAll(SessionRules.refusals(settings, contents, now));
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return contents;
    }

    private List<Signer> signers(SessionSnapshot source, List<String> refusals) {
        List<Signer> copies = new ArrayList<>();
        if (signers.isEmpty()) {
            source.contents().signers().stream().filter(signer -> signer.status() != SignerStatus.DELEGATED)
                    .forEach(signer -> copies.add(signer.copy()));
        }
        for (GivenSigner given : signers) {
            if (given.id().isBlank()) {
                copies.add(added(given));
            } else {
                source.signer(given.id()).ifPresentOrElse(signer -> copies.add(signer.copy().with(given.members())),
                        () -> refusals.add("Error: Signer " + given.id() + " not found in the signing session."));
            }
        }
        return List.copyOf(copies);
    }

    /** The documented example gives nothing but an address, though a signer needs a last name. */
    private static Signer added(GivenSigner given) {
        ObjectNode members = given.members().deepCopy();
        if (members.path("LastName").asText().isBlank()) {
            members.put("LastName", members.path("EmailAddress").asText().replaceFirst("@.*", ""));
        }
        Signer signer = Signer.pending(members);
        return signer.with(signer.progress().with(given.password(), given.phone()));
    }

    /** Names and addresses of people stay out of logs. */
    @Override
    public String toString() {
        return "SessionCopy[" + sourceId + "]";
    }
}
