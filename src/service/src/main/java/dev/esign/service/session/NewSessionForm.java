package dev.esign.service.session;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Only describes the parts of a multipart request, for the OpenAPI document. */
@Schema(name = "NewSessionForm", description = "A session to create, and its documents as files. Parts with other names "
        + "are documents too, where documents[…].part names them.")
interface NewSessionForm {

    @Schema(required = true, description = "The session, without the content of its documents.")
    CreateSessionRequest session();

    @Schema(description = "Files, in the order of those documents that name no part. When the session describes no documents, "
            + "each file becomes one.")
    List<FilePart> document();
}
