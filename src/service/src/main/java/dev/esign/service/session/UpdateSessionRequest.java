package dev.esign.service.session;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SessionUpdate", description = "A change of a session: settings to replace, documents and signers to add. "
        + "What is missing stays as it is.")
record UpdateSessionRequest(
        @Schema(description = Descriptions.TITLE) String title,
        @Schema(description = Descriptions.TRANSACTION_ID) String transactionId,
        @Schema(description = Descriptions.MESSAGE) String message,
        @Schema(description = Descriptions.SIGNING_ORDER, enumeration = {
                "any", "sequential",
                "suspended" }) String signingOrder,
        @Schema(description = Descriptions.DELEGATION_ALLOWED) Boolean delegationAllowed,
        @Schema(description = Descriptions.COPY_TO) CopyToRequest copyTo,
        @Schema(description = Descriptions.PASSWORD) String password,
        @Schema(description = Descriptions.OWNER_SIGNS_FIRST) Boolean ownerSignsFirst,
        @Schema(description = Descriptions.INVITATIONS_SENT) Boolean invitationsSent,
        @Schema(description = Descriptions.REDIRECT_AFTER_SEND) String redirectAfterSend,
        @Schema(description = Descriptions.EXPIRES_ON) String expiresOn,
        @Schema(description = Descriptions.REMINDER_DAYS, minimum = "1", maximum = "30") Integer reminderDays,
        @Schema(description = "Whether roles that no signer holds are removed.") Boolean unassignedRolesRemoved,
        @Schema(description = "Documents to add, in this order.") List<DocumentRequest> documents,
        @Schema(description = "Signers to add, in this order.") List<SignerRequest> signers) implements SessionRequest{

    @Override
    public String toString() {
        return "UpdateSessionRequest[" + SessionRequest.summary(this) + "]";
    }
}
