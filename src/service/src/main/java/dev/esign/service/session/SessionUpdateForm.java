package dev.esign.service.session;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Only describes the parts of a multipart request, for the OpenAPI document. */
@Schema(name = "SessionUpdateForm", description = "A change of a session, and documents to add as files.")
interface SessionUpdateForm {

    @Schema(required = true, description = "The change, without the content of its documents.")
    UpdateSessionRequest session();

    @Schema(description = "Files, in the order of those documents that name no part. When the change describes no documents, "
            + "each file becomes one.")
    List<FilePart> document();
}
