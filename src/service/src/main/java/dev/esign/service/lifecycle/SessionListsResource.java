package dev.esign.service.lifecycle;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import dev.esign.SigningSessions;
import dev.esign.model.SessionId;
import dev.esign.model.SessionSummary;
import dev.esign.service.problem.Problems;
import dev.esign.service.session.SessionPaths;
import io.smallrye.common.annotation.Blocking;

/** Finding sessions, and what happened to one. */
@Path("/sessions")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class SessionListsResource {

    private final SigningSessions sessions;
    private final Refusals refusals;

    SessionListsResource(SigningSessions sessions, Refusals refusals) {
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @GET
    @Operation(operationId = "listSessions", summary = "Find sessions", description = "Lists the sessions with a transaction id, "
            + "the oldest first, or those of one of eSign's lists, page by page. Give either transactionId or list.")
    @APIResponse(responseCode = "200", description = "A page of the list.", headers = @Header(name = HttpHeaders.LINK, description = "The address of the next page (rel=\"next\"); missing on the last one.", schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = SessionPage.class), examples = @ExampleObject(name = "One session", value = Examples.PAGE)))
    public RestResponse<SessionPage> list(
            @Parameter(description = "The transaction id of the sessions.", example = "order-4711") @RestQuery String transactionId,
            @Parameter(description = "The list.", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "archived", "expired", "deleted" })) @RestQuery String list,
            @Parameter(description = "How many sessions a page has at most.", schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1", maximum = "200", defaultValue = "50")) @RestQuery String limit,
            @Parameter(description = "What the page before said in next; missing for the first page.") @RestQuery String next,
            @Context UriInfo address) {
        Problems problems = new Problems();
        PageRequest wanted = PageRequest.read(limit, next, problems);
        SessionPage page = wanted.take(rows(transactionId, list, problems));
        ResponseBuilder<SessionPage> response = ResponseBuilder.ok(page);
        if (page.next() != null) {
            response.link(address.getRequestUriBuilder().replaceQueryParam("next", page.next()).build(), "next");
        }
        return response.build();
    }

    @GET
    @Path(SessionPaths.ID + "/log")
    @Operation(operationId = "getSessionLog", summary = "Read a session's log", description = "Tells what happened to a session.")
    @APIResponse(responseCode = "200", description = "The log.", content = @Content(schema = @Schema(implementation = ActionLog.class), examples = @ExampleObject(name = "A session that was created", value = Examples.LOG)))
    public ActionLog log(@Parameter(description = "The session's identity.") @RestPath String id) {
        SessionId session = SessionId.of(id);
        return ActionLog.of(refusals.explained(session, status -> false, () -> sessions.actionLog(session)));
    }

    private Stream<SessionSummary> rows(String transactionId, String list, Problems problems) {
        if ((transactionId == null) == (list == null)) {
            problems.add(null, "give either transactionId or list");
        }
        Optional<SessionList> kept = Optional.ofNullable(list).flatMap(SessionList::named);
        if (list != null && kept.isEmpty()) {
            problems.add("list", "is not one of archived, expired, deleted");
        }
        if (transactionId != null && transactionId.isBlank()) {
            problems.add("transactionId", "is blank; give the one that the sessions were created with");
        }
        problems.throwIfAny();
        return kept.map(found -> found.rows(sessions)).orElseGet(() -> sessions.findByTransactionId(transactionId));
    }
}
