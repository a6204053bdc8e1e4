package dev.esign.service.session;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import dev.esign.model.Session;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerRole;
import dev.esign.model.SignerStatus;

@Schema(name = "Session", description = "A session as eSign holds it now. What eSign didn't say is missing.")
@JsonInclude(Include.NON_NULL)
public record SessionDetails(
        @Schema(required = true, description = "The session's identity.") String id,
        @Schema(description = "The session's status: InDraft, InSent, Completed, Cancelled, Deleted, InPaused, Expired, Purged "
                + "or Archived; \"Status\" and a number for one that eSign doesn't document.", examples = "InSent") String status,
        @Schema(description = "The title.") String title,
        @Schema(description = "Your transaction id.") String transactionId,
        @Schema(description = "When the session expires.") Instant expiresOn,
        @Schema(required = true, description = "The documents.") List<DocumentDetails> documents,
        @Schema(required = true, description = "The signers.") List<SignerDetails> signers) {

    public static SessionDetails of(Session session) {
        return new SessionDetails(session.id().value(), session.status().map(SessionStatus::name).orElse(null),
                session.title().orElse(null), session.transactionId().orElse(null), session.expiresOn().orElse(null),
                session.documents().stream().map(DocumentDetails::of).toList(),
                session.signers().stream().map(SignerDetails::of).toList());
    }

    @Override
    public String toString() {
        return "SessionDetails[id=" + id + ", status=" + status + "]";
    }

    @Schema(name = "Document", description = "A document of a session.")
    @JsonInclude(Include.NON_NULL)
    record DocumentDetails(
            @Schema(description = "The name.") String fileName,
            @Schema(required = true, description = "Whether eSign looked for anchor tags in it.") boolean hasAnchorTags) {

        static DocumentDetails of(Session.HeldDocument document) {
            return new DocumentDetails(document.fileName().orElse(null), document.hasAnchorTags());
        }

        @Override
        public String toString() {
            return "DocumentDetails[hasAnchorTags=" + hasAnchorTags + "]";
        }
    }

    @Schema(name = "Signer", description = "A signer of a session.")
    @JsonInclude(Include.NON_NULL)
    record SignerDetails(
            @Schema(description = "The signer's identity.") String id,
            @Schema(description = "The role.") String role,
            @Schema(description = "The first name.") String firstName,
            @Schema(description = "The last name.") String lastName,
            @Schema(description = "The e-mail address.") String email,
            @Schema(description = "The signer's status: PendingInvite, Invited, InProgress, Completed, Cancelled, Declined, "
                    + "Delegated or AuthenticationFailed; \"Status\" and a number for one that eSign doesn't document.", examples = "Invited") String status) {

        static SignerDetails of(Session.HeldSigner signer) {
            return new SignerDetails(signer.id().orElse(null), signer.role().map(SignerRole::name).orElse(null),
                    signer.firstName().orElse(null), signer.lastName().orElse(null), signer.email().orElse(null),
                    signer.status().map(SignerStatus::name).orElse(null));
        }

        @Override
        public String toString() {
            return "SignerDetails[role=" + role + ", status=" + status + "]";
        }
    }
}
