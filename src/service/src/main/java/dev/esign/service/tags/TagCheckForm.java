package dev.esign.service.tags;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the OpenAPI document tells of the form: the names of the parts that are files don't matter. */
@Schema(name = "TagCheckForm", description = "Documents whose anchor tags are to be checked, and the roles of their signers.")
record TagCheckForm(
        @Schema(required = true, description = "The documents: Word, Excel or PDF, each with its file name.") List<DocumentFile> document,
        @Schema(description = "The roles of all signers, one part each; without any, roles aren't checked.", examples = "Seller 1") List<String> role) {

    @Schema(name = "DocumentFile", description = "A file.", type = SchemaType.STRING, format = "binary")
    interface DocumentFile {
    }
}
