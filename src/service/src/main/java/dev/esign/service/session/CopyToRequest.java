package dev.esign.service.session;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CopyTo", description = "People who get a copy of the documents.")
record CopyToRequest(
        @Schema(required = true, description = "As links or as attachments; upper and lower case are the same.", enumeration = {
                "links", "attachments" }) String delivery,
        @Schema(required = true, description = "E-mail addresses, at least one.") List<String> emails){

    @Override
    public String toString() {
        return "CopyToRequest[***]";
    }
}
