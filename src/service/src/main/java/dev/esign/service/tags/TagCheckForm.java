package dev.esign.service.tags;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.esign.service.session.FilePart;

/** What the OpenAPI document tells of the form: the names of the parts that are files don't matter. */
@Schema(name = "TagCheckForm", description = "Documents whose anchor tags are to be checked.")
record TagCheckForm(
        @Schema(required = true, description = "The documents: Word, Excel or PDF, each with its file name.") List<FilePart> document) {
}
