package dev.esign.service.session;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewSession", description = "A session to create: title, settings, documents and signers. "
        + "Documents inside the JSON are held in memory; larger ones are sent as multipart/form-data.")
record CreateSessionRequest(
        @Schema(required = true, description = Descriptions.TITLE, examples = "Purchase agreement") String title,
        @Schema(description = Descriptions.TRANSACTION_ID
                + " Generated when missing.", examples = "order-4711") String transactionId,
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
        @Schema(description = Descriptions.DOCUMENTS) List<DocumentRequest> documents,
        @Schema(description = Descriptions.SIGNERS) List<SignerRequest> signers) implements SessionRequest{

    @Override
    public String toString() {
        return "CreateSessionRequest[" + SessionRequest.summary(this) + "]";
    }
}
