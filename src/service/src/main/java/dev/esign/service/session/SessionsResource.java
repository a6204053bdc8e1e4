package dev.esign.service.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Function;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.ReactiveSigningSessions;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.service.problem.MalformedRequestException;
import dev.esign.service.problem.Problem;
import dev.esign.service.problem.Problems;
import dev.esign.service.upload.Upload;
import dev.esign.service.upload.Uploads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Signing sessions over HTTP: creating, changing, starting and reading them. */
@Path("/sessions")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Documents and the people who sign them.")
@APIResponse(responseCode = "default", description = "What went wrong.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class SessionsResource {

    private final ReactiveSigningSessions sessions;
    private final SessionSending sending;
    private final Uploads uploads;
    private final ObjectMapper json;

    SessionsResource(ReactiveSigningSessions sessions, SessionSending sending, Uploads uploads, ObjectMapper json) {
        this.sessions = sessions;
        this.sending = sending;
        this.uploads = uploads;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "createSession", summary = "Create a session", description = "Creates a session in draft, and "
            + "starts it if asked to. As multipart/form-data documents are files beside the JSON, and take no memory; as "
            + "application/json they are inside of it, which is for small ones. With an Idempotency-Key the request may be "
            + "repeated until it is answered: it makes one session, which is started once.")
    @APIResponse(responseCode = "201", description = "The session was created, and is started if that was asked for.", headers = @Header(name = "Location", description = "The session's address.", schema = @Schema(implementation = URI.class)), content = @Content(schema = @Schema(implementation = CreatedSession.class), examples = @ExampleObject(name = "A draft", value = Examples.CREATED)))
    @APIResponse(responseCode = "200", description = "The session was there already: this request's key was sent before.", headers = {
            @Header(name = "Location", description = "The session's address.", schema = @Schema(implementation = URI.class)),
            @Header(name = "Idempotency-Replayed", description = "Always true.", schema = @Schema(implementation = Boolean.class)) }, content = @Content(schema = @Schema(implementation = CreatedSession.class)))
    @APIResponse(responseCode = "202", description = "The session is there and is being started; reading it tells when that is done.", headers = {
            @Header(name = "Location", description = "The session's address.", schema = @Schema(implementation = URI.class)),
            @Header(name = "Preference-Applied", description = "respond-async", schema = @Schema(implementation = String.class)) }, content = @Content(schema = @Schema(implementation = CreatedSession.class)))
    // The form only: generated clients that are told of JSON, too, announce that and leave the files behind.
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = NewSessionForm.class), encoding = {
                    @Encoding(name = "session", contentType = MediaType.APPLICATION_JSON),
                    @Encoding(name = "document", contentType = MediaType.APPLICATION_OCTET_STREAM) }, examples = @ExampleObject(name = "One document, two signers", value = Examples.CREATE)) })
    @Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER, description = Descriptions.IDEMPOTENCY_KEY, schema = @Schema(type = SchemaType.STRING, maxLength = 128))
    @Parameter(name = Preferences.HEADER, in = ParameterIn.HEADER, description = Descriptions.PREFER, schema = @Schema(type = SchemaType.STRING, examples = "respond-async"))
    @Parameter(name = "start", in = ParameterIn.QUERY, description = "Whether to start the session.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(name = "returnUrl", in = ParameterIn.QUERY, description = Descriptions.RETURN_URL, schema = @Schema(type = SchemaType.STRING, format = "uri"))
    public Uni<Response> createWithFiles(@Parameter(hidden = true) InputStream body, @Context HttpHeaders headers,
            @Context UriInfo address) throws IOException {
        SendingOptions options = SendingOptions.of(headers, address);
        return uploaded(body, headers, upload -> sending.send(RequestReader.newSession(
                read(upload.session(), CreateSessionRequest.class), new DocumentFiles(upload.files()), options.key()), options,
                address));
    }

    @POST
    @Operation(hidden = true)
    public Uni<Response> create(CreateSessionRequest request, @Context HttpHeaders headers, @Context UriInfo address) {
        SendingOptions options = SendingOptions.of(headers, address);
        return sending.send(RequestReader.newSession(request, null, options.key()), options, address);
    }

    @PATCH
    @Path(SessionPaths.ID)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "updateSession", summary = "Change a session", description = "Replaces the settings that are "
            + "given, and adds documents and signers. Documents are sent as they are to create a session.")
    @APIResponse(responseCode = "204", description = "The session was changed.")
    @RequestBody(required = true, content = {
            @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = SessionUpdateForm.class), encoding = {
                    @Encoding(name = "session", contentType = MediaType.APPLICATION_JSON),
                    @Encoding(name = "document", contentType = MediaType.APPLICATION_OCTET_STREAM) }, examples = @ExampleObject(name = "One more signer", value = Examples.UPDATE)) })
    public Uni<Void> updateWithFiles(@Parameter(description = "The session's identity.") @RestPath String id,
            @Parameter(hidden = true) InputStream body, @Context HttpHeaders headers) throws IOException {
        return uploaded(body, headers, upload -> update(RequestReader.update(SessionId.of(id),
                read(upload.session(), UpdateSessionRequest.class), new DocumentFiles(upload.files()))));
    }

    @PATCH
    @Path(SessionPaths.ID)
    @Operation(hidden = true)
    public Uni<Void> update(@RestPath String id, UpdateSessionRequest request) {
        return update(RequestReader.update(SessionId.of(id), request, null));
    }

    @POST
    @Path(SessionPaths.ID + "/start")
    @Operation(operationId = "startSession", summary = "Start a session", description = "Has eSign invite the signers. While "
            + "eSign processes anchor tags this waits and tries again, for about a minute at most.")
    @APIResponse(responseCode = "200", description = "The session is started.", content = @Content(schema = @Schema(implementation = StartedSession.class), examples = @ExampleObject(name = "Started", value = Examples.STARTED)))
    @APIResponse(responseCode = "202", description = "The session is being started; reading it tells when that is done.", headers = {
            @Header(name = "Location", description = "The session's address.", schema = @Schema(implementation = URI.class)),
            @Header(name = "Preference-Applied", description = "respond-async", schema = @Schema(implementation = String.class)) }, content = @Content(schema = @Schema(implementation = StartedSession.class)))
    @Parameter(name = Preferences.HEADER, in = ParameterIn.HEADER, description = Descriptions.PREFER, schema = @Schema(type = SchemaType.STRING, examples = "respond-async"))
    public Uni<Response> start(@Parameter(description = "The session's identity.") @RestPath String id,
            @RequestBody(required = false, content = @Content(examples = @ExampleObject(name = "With a return URL", value = Examples.START))) StartSessionRequest request,
            @Context HttpHeaders headers, @Context UriInfo address) {
        URI returnUrl = Problems.returnUrl(request == null ? null : request.returnUrl());
        return sending.start(SessionId.of(id), returnUrl, Preferences.of(headers.getRequestHeader(Preferences.HEADER)),
                address);
    }

    @GET
    @Path(SessionPaths.ID)
    @Operation(operationId = "getSession", summary = "Read a session", description = "Tells the session's state, and those of "
            + "its signers.")
    @APIResponse(responseCode = "200", description = "The session.", content = @Content(schema = @Schema(implementation = SessionDetails.class), examples = @ExampleObject(name = "A session that was started", value = Examples.SESSION)))
    public Uni<SessionDetails> get(@Parameter(description = "The session's identity.") @RestPath String id) {
        return sessions.get(SessionId.of(id)).map(SessionDetails::of);
    }

    private Uni<Void> update(SessionUpdate update) {
        return Unsendable.told(null, sessions.update(update));
    }

    /** Files are there until all is done with them. */
    private <T> Uni<T> uploaded(InputStream body, HttpHeaders headers, Function<Upload, Uni<T>> work) throws IOException {
        Upload upload = uploads.receive(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        return Uni.createFrom().deferred(() -> work.apply(upload)).onTermination().invoke(upload::close);
    }

    private <T> T read(byte[] session, Class<T> type) {
        try {
            return session == null ? null : json.readValue(session, type);
        } catch (JsonProcessingException malformed) {
            throw new MalformedRequestException(malformed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
