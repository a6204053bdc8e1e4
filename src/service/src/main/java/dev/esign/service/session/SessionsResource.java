package dev.esign.service.session;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

import dev.esign.SigningSessions;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionUpdate;
import dev.esign.service.problem.FieldProblem;
import dev.esign.service.problem.InvalidRequestException;
import dev.esign.service.problem.Problem;
import io.smallrye.common.annotation.Blocking;

/** Signing sessions over HTTP: the four operations of {@link SigningSessions}. */
@Path("/sessions")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Documents and the people who sign them.")
@APIResponse(responseCode = "default", description = "What went wrong.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class SessionsResource {

    /** Nothing else may get into an address of eSign's: the service speaks there with its own rights. */
    private static final String ID = "{id: [0-9A-Za-z-]+}";

    private final SigningSessions sessions;

    SessionsResource(SigningSessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Operation(operationId = "createSession", summary = "Create a session", description = "Creates a session in draft. It is "
            + "sent to eSign at most once. When the answer is lost, the problem is outcome-unknown and tells the transaction id.")
    @APIResponse(responseCode = "201", description = "The session was created.", headers = @Header(name = "Location", description = "The session's address.", schema = @Schema(implementation = URI.class)), content = @Content(schema = @Schema(implementation = CreatedSession.class)))
    public Response create(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "One document, one signer", value = Examples.CREATE))) CreateSessionRequest request,
            @Context UriInfo address) {
        NewSession session = RequestReader.newSession(request);
        SessionId id = sendable(null, () -> sessions.create(session));
        return Response.created(address.getAbsolutePathBuilder().path(id.value()).build())
                .entity(new CreatedSession(id.value(), session.transactionId(), SessionStatus.IN_DRAFT.name()))
                .build();
    }

    @PATCH
    @Path(ID)
    @Operation(operationId = "updateSession", summary = "Change a session", description = "Replaces the settings that are "
            + "given, and adds documents and signers.")
    @APIResponse(responseCode = "204", description = "The session was changed.")
    public void update(@Parameter(description = "The session's identity.") @RestPath String id,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "One more signer", value = Examples.UPDATE))) UpdateSessionRequest request) {
        SessionUpdate update = RequestReader.update(SessionId.of(id), request);
        sendable(null, () -> {
            sessions.update(update);
            return null;
        });
    }

    @POST
    @Path(ID + "/start")
    @Operation(operationId = "startSession", summary = "Start a session", description = "Has eSign invite the signers. While "
            + "eSign processes anchor tags this waits and tries again, for about a minute at most.")
    @APIResponse(responseCode = "200", description = "The session is started.", content = @Content(schema = @Schema(implementation = StartedSession.class)))
    public StartedSession start(@Parameter(description = "The session's identity.") @RestPath String id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "With a return URL", value = Examples.START))) StartSessionRequest request) {
        URI returnUrl = RequestReader.returnUrl(request);
        return sendable("returnUrl", () -> {
            sessions.start(SessionId.of(id), returnUrl);
            return new StartedSession(id, SessionStatus.IN_SENT.name());
        });
    }

    @GET
    @Path(ID)
    @Operation(operationId = "getSession", summary = "Read a session", description = "Tells the session's state, and those of "
            + "its signers.")
    @APIResponse(responseCode = "200", description = "The session.", content = @Content(schema = @Schema(implementation = SessionDetails.class)))
    public SessionDetails get(@Parameter(description = "The session's identity.") @RestPath String id) {
        return SessionDetails.of(sessions.get(SessionId.of(id)));
    }

    /** What can't be sent because of a setting that the service lacks shows only at the call. */
    private static <T> T sendable(String field, Supplier<T> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException unsendable) {
            throw new InvalidRequestException(List.of(new FieldProblem(field, unsendable.getMessage())));
        }
    }
}
