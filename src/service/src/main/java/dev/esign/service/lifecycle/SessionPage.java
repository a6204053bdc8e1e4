package dev.esign.service.lifecycle;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

@Schema(description = "A page of a list. A session that comes or goes while a list is read may be met twice or missed.")
@JsonInclude(Include.NON_NULL)
record SessionPage(
        @Schema(required = true, description = "The sessions.") List<SessionRow> sessions,
        @Schema(description = "What to give as next to get the next page; missing on the last one. Link has the whole address.") String next) {
}
