package dev.esign.service.session;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewDocument", description = "A Word, Excel or PDF document or an image.")
record DocumentRequest(
        @Schema(description = "The name with its extension; by default that of the file.", examples = "agreement.docx") String fileName,
        @Schema(description = "In multipart/form-data: the name of the document's part; by default the next part named document.", examples = "agreement") String part,
        @Schema(description = "In application/json: the whole document in base64.", type = SchemaType.STRING, implementation = String.class, format = "byte", examples = "UEsDBA==") byte[] content,
        @Schema(description = "Whether eSign looks for anchor tags in the document, which takes it some seconds.", defaultValue = "false") Boolean anchorTags,
        @Schema(description = "The template to apply: the value given in its configuration.") String formId,
        @Schema(description = "The tag text of the form.") String formTag,
        @Schema(description = "The place among the session's documents.") Integer sequence,
        @Schema(description = "A category, set up for your account, by which eSign shifts the anchor tags.") String anchorTagsAdjustmentCategory) {

    @Override
    public String toString() {
        return "DocumentRequest[anchorTags=" + anchorTags + "]";
    }
}
