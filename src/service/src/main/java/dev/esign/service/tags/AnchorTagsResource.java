package dev.esign.service.tags;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.esign.anchortags.TagDocument;
import dev.esign.service.problem.Problems;
import io.smallrye.common.annotation.Blocking;

/** Looks at the anchor tags of documents before they are sent. eSign isn't called. */
@Path("/anchor-tags")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Anchor tags", description = "Where signers sign, written into the documents.")
class AnchorTagsResource {

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    private final TagCheck tags;
    private final CheckConfig config;

    AnchorTagsResource(TagCheck tags, CheckConfig config) {
        this.tags = tags;
        this.config = config;
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "checkAnchorTags", summary = "Check the anchor tags of documents", description = "Tells what is wrong "
            + "with the anchor tags of documents before they are sent, without calling eSign or keeping the documents. A "
            + "document that can't be read is a finding, too. One document may also be sent as the body, with its name in "
            + "the query (fileName).")
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = TagCheckForm.class)) })
    @APIResponse(responseCode = "200", description = "The findings; none if all is well.", content = @Content(schema = @Schema(implementation = TagReport.class), examples = @ExampleObject(name = "A misspelt role", value = Examples.REPORT)))
    public TagReport check(@RestForm(FileUpload.ALL) List<FileUpload> files,
            @Parameter(description = "The roles of all signers; without any, roles aren't checked. They may be parts of the form, "
                    + "too.", example = "Seller 1") @RestQuery("role") List<String> roles,
            @Parameter(hidden = true) @RestForm("role") List<String> rolesInForm) {
        Problems problems = new Problems();
        if (files == null || files.isEmpty()) {
            problems.add("document", "is missing; send at least one file");
        } else if (files.size() > config.maxDocuments()) {
            problems.add("document", "there are " + files.size() + "; send at most " + config.maxDocuments() + " at a time");
        }
        problems.throwIfAny();
        return tags.check(IntStream.range(0, files.size()).mapToObj(i -> document(i, files.get(i))).toList(),
                Stream.concat(roles.stream(), rolesInForm.stream()).toList());
    }

    @POST
    @Path("/check")
    @Consumes({ MediaType.APPLICATION_OCTET_STREAM, "application/pdf", OOXML + "wordprocessingml.document",
            OOXML + "spreadsheetml.sheet" })
    @Operation(hidden = true)
    public TagReport check(InputStream document, @RestQuery String fileName, @RestQuery("role") List<String> roles)
            throws IOException {
        try (Upload upload = Upload.of(document)) {
            return tags.check(List.of(TagDocument.of(fileName == null ? "document" : fileName, upload.file())), roles);
        }
    }

    private static TagDocument document(int index, FileUpload file) {
        String name = file.fileName() == null || file.fileName().isBlank() ? "document " + (index + 1) : file.fileName();
        return TagDocument.of(name, file.uploadedFile());
    }
}
