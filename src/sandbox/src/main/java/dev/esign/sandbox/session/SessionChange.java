package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.wire.Members;
import dev.esign.sandbox.wire.WireType;

/**
 * What a create or update asks for: members without a value are absent, the others are in the service's own form.
 *
 * @param sessionId the session to change, empty for a new one
 */
public record SessionChange(String userName, String sessionId, ObjectNode settings, Optional<PasswordHash> password,
        List<Document> documents, List<GivenSigner> signers) {

    /**
     * A signer as given; without an id unless the client knows it from an answer.
     *
     * @param password the signer's password, if one was given
     * @param phone the number for codes by SMS, if one was given
     */
    public record GivenSigner(String id, ObjectNode members, Optional<PasswordHash> password, Optional<String> phone) {

        public static GivenSigner of(JsonNode signer) throws MalformedRequestException {
            JsonNode settings = Members.object(signer, "AuthenticationSettings");
            // One of the two documented examples writes the password elsewhere.
            Optional<PasswordHash> password = passwordIn(settings)
                    .or(() -> passwordIn(Members.find(signer, "AuthenticateSigner")));
            return new GivenSigner(Members.text(signer, "SignerId"), WireType.SIGNER.read(signer), password,
                    phone(settings));
        }

        /** The name of the member is documented nowhere, so whatever looks like a phone number's is taken. */
        private static Optional<String> phone(JsonNode settings) {
            for (Map.Entry<String, JsonNode> member : settings.properties()) {
                String name = member.getKey().toLowerCase(Locale.ROOT);
                boolean isNumber = name.contains("phone") || name.contains("sms") || name.contains("cell")
                        || name.contains("mobile");
                if (isNumber && member.getValue().isTextual() && !member.getValue().textValue().isBlank()) {
                    return Optional.of(member.getValue().textValue().strip());
                }
            }
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "GivenSigner[…]";
        }
    }

    public static SessionChange of(JsonNode request, Instant arrivedOn) throws MalformedRequestException {
        JsonNode session = Members.object(request, "session");
        JsonNode info = Members.object(session, "SessionInfo");
        // UpdateSession names the session in Session, AddSignersDocumentsToSession (the same call) in SessionInfo.
        String id = Members.text(session, "Id");
        List<Document> documents = new ArrayList<>();
        for (JsonNode document : Members.objects(session, "Documents")) {
            documents.add(Document.of(document, arrivedOn));
        }
        List<GivenSigner> signers = new ArrayList<>();
        for (JsonNode signer : Members.objects(session, "Signers")) {
            signers.add(GivenSigner.of(signer));
        }
        return new SessionChange(Members.text(request, "userName"), id.isBlank() ? Members.text(info, "Id") : id,
                WireType.SESSION_INFO.read(info), passwordIn(info), List.copyOf(documents), List.copyOf(signers));
    }

    private static Optional<PasswordHash> passwordIn(JsonNode object) {
        String password = Members.find(object, "Password").asText("");
        return password.isEmpty() ? Optional.empty() : Optional.of(PasswordHash.of(password));
    }

    /** Names and addresses of people stay out of logs. */
    @Override
    public String toString() {
        return "SessionChange[documents=" + documents.size() + ", signers=" + signers.size() + "]";
    }
}
