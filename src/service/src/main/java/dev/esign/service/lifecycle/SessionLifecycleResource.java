package dev.esign.service.lifecycle;

import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import dev.esign.SigningSessions;
import dev.esign.model.PurgeTime;
import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.service.problem.Problems;
import dev.esign.service.session.SessionPaths;
import io.smallrye.common.annotation.Blocking;

/** What becomes of a session once it exists. Each call is sent to eSign once. */
@Path("/sessions")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lifecycle", description = "What becomes of a session once it exists.")
class SessionLifecycleResource {

    private static final String SESSION = "The session's identity.";

    private final SigningSessions sessions;
    private final Refusals refusals;

    SessionLifecycleResource(SigningSessions sessions, Refusals refusals) {
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @POST
    @Path(SessionPaths.ID + "/copy")
    @Operation(operationId = "copySession", summary = "Copy a session", description = "Makes a new session in draft of one in "
            + "whatever state. It is sent to eSign once; when the answer is lost, the copy can be found by its transaction id.")
    @APIResponse(responseCode = "201", description = "The copy was made.", headers = @Header(name = HttpHeaders.LOCATION, description = "The copy's address.", schema = @Schema(implementation = URI.class)), content = @Content(schema = @Schema(implementation = CopiedSession.class), examples = @ExampleObject(name = "The copy", value = Examples.COPIED)))
    public RestResponse<CopiedSession> copy(@Parameter(description = SESSION) @RestPath String id,
            @RequestBody(required = false, content = @Content(examples = @ExampleObject(name = "Two of the signers, one at another address", value = Examples.COPY))) CopySessionRequest request,
            @Context UriInfo address) {
        SessionCopy copy = new CopyReader().read(SessionId.of(id), request);
        SessionId made = refusals.explained(copy.source(),
                status -> status.equals(SessionStatus.PURGED) || status.equals(SessionStatus.DELETED),
                () -> sessions.copy(copy));
        return ResponseBuilder.<CopiedSession> created(address.getBaseUriBuilder().path("sessions").path(made.value()).build())
                .entity(new CopiedSession(made.value(), copy.transactionId())).build();
    }

    @POST
    @Path(SessionPaths.ID + "/pause")
    @Operation(operationId = "pauseSession", summary = "Pause a session", description = "Takes a started session back for "
            + "editing; it can be changed and started again.")
    @APIResponse(responseCode = "204", description = "The session is paused.")
    public void pause(@Parameter(description = SESSION) @RestPath String id) {
        change(id, sessions::pause);
    }

    @POST
    @Path(SessionPaths.ID + "/cancel")
    @Operation(operationId = "cancelSession", summary = "Cancel a session", description = "Nobody can sign it any more. eSign "
            + "takes no reason.")
    @APIResponse(responseCode = "204", description = "The session is cancelled.")
    public void cancel(@Parameter(description = SESSION) @RestPath String id,
            @RequestBody(required = false, content = @Content(examples = @ExampleObject(name = "With a return URL", value = Examples.RETURN_URL))) EndSessionRequest request) {
        URI returnUrl = Problems.returnUrl(request == null ? null : request.returnUrl());
        change(id, session -> sessions.cancel(session, returnUrl));
    }

    @POST
    @Path(SessionPaths.ID + "/close")
    @Operation(operationId = "closeSession", summary = "Close a session", description = "Completes a session with the "
            + "signatures that it has.")
    @APIResponse(responseCode = "204", description = "The session is closed.")
    public void close(@Parameter(description = SESSION) @RestPath String id,
            @RequestBody(required = false, content = @Content(examples = @ExampleObject(name = "With a return URL", value = Examples.RETURN_URL))) EndSessionRequest request) {
        URI returnUrl = Problems.returnUrl(request == null ? null : request.returnUrl());
        change(id, session -> sessions.close(session, returnUrl));
    }

    @POST
    @Path(SessionPaths.ID + "/purge")
    @Operation(operationId = "purgeSession", summary = "Purge a session's documents", description = "Removes the documents of a "
            + "completed, expired or cancelled session for good.")
    @APIResponse(responseCode = "204", description = "The documents are purged, or will be.")
    public void purge(@Parameter(description = SESSION) @RestPath String id,
            @RequestBody(required = false, content = @Content(examples = @ExampleObject(name = "After the waiting time", value = Examples.PURGE))) PurgeRequest request) {
        Problems problems = new Problems();
        PurgeTime time = time(request == null ? null : request.time(), problems);
        URI returnUrl = problems.webAddress("returnUrl", request == null ? null : request.returnUrl());
        problems.throwIfAny();
        change(id, session -> sessions.purge(session, time, returnUrl));
    }

    @DELETE
    @Path(SessionPaths.ID + "/purge")
    @Operation(operationId = "cancelPurge", summary = "Take a scheduled purge back", description = "Possible within the "
            + "account's waiting time; the session is again what it was before.")
    @APIResponse(responseCode = "204", description = "The documents stay.")
    public void cancelPurge(@Parameter(description = SESSION) @RestPath String id) {
        change(id, sessions::cancelPurge);
    }

    @DELETE
    @Path(SessionPaths.ID)
    @Operation(operationId = "deleteSession", summary = "Delete a session")
    @APIResponse(responseCode = "204", description = "The session is deleted.")
    public void delete(@Parameter(description = SESSION) @RestPath String id) {
        change(id, sessions::delete);
    }

    /** A refusal can only be about the session's state: these requests say nothing but which session. */
    private void change(String id, Consumer<SessionId> change) {
        SessionId session = SessionId.of(id);
        refusals.explained(session, status -> true, () -> Problems.sendable("returnUrl", () -> {
            change.accept(session);
            return null;
        }));
    }

    private static PurgeTime time(String text, Problems problems) {
        if (text == null) {
            return PurgeTime.SCHEDULED;
        }
        for (PurgeTime time : PurgeTime.values()) {
            if (time.name().toLowerCase(Locale.ROOT).equals(text)) {
                return time;
            }
        }
        problems.add("time", "is not one of now, scheduled");
        return null;
    }
}
