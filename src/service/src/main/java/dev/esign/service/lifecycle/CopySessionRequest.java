package dev.esign.service.lifecycle;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SessionCopy", description = "What differs in the copy. It doesn't keep the expiry date.")
record CopySessionRequest(
        @Schema(description = "The copy's transaction id. Generated when missing.", examples = "order-4712") String transactionId,
        @Schema(description = "The title that eSign is told for the copy (TransactionTitle); missing for the original's.") String title,
        @Schema(description = "Whether the copy has the fields of the original.", defaultValue = "true") Boolean fieldsRetained,
        @Schema(description = "The signers of the copy; missing to leave that to eSign.") List<CopiedSigner> signers) {

    @Override
    public String toString() {
        return "CopySessionRequest[signers=" + (signers == null ? 0 : signers.size()) + "]";
    }

    @Schema(name = "CopiedSigner", description = "A signer of a copy: with an id one of the original's, with an email "
            + "another address than there; with an email only, a new one. eSign documents the forms, not their meaning.")
    record CopiedSigner(
            @Schema(description = "The signer's identity in the original.") String id,
            @Schema(description = "The e-mail address in the copy.", examples = "name@example.com") String email) {

        @Override
        public String toString() {
            return "CopiedSigner[***]";
        }
    }
}
