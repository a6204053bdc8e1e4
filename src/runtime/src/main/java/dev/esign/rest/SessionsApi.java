package dev.esign.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/**
 * The signing sessions of eSign. Every call gets a token of its own from the {@link dev.esign.spi.TokenSource}; a call whose
 * token can't be had fails and isn't sent. Answers with an HTTP status of 400 and above fail with
 * {@link ErrorStatusException}, answers that can't be read with {@link UnreadableAnswerException}; errors inside HTTP 200 are
 * in the answer, and a refused token is a null item. Thread-safe.
 */
@Path("rest/v1/sessions")
@RegisterRestClient(configKey = "esign")
@RegisterProvider(TokenFilter.class)
@RegisterProvider(SessionBodyFilter.class)
@RegisterProvider(PathEncodingFilter.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(ErrorStatusMapper.class)
@ClientHeaderParam(name = HttpHeaders.CONTENT_TYPE, value = MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface SessionsApi {

    /**
     * CreateSession.
     *
     * @param request the session; streamed, whatever its size
     * @return the answer, with the new session's id
     */
    @POST
    Uni<SessionResponse> create(SessionRequest request);

    /**
     * UpdateSession.
     *
     * @param request the changes, with the session's id in {@code Session.Id}; streamed, whatever its size
     * @return the answer
     */
    @POST
    @Path("updatesession")
    Uni<SessionResponse> update(SessionRequest request);

    /**
     * StartSession.
     *
     * @param signingSessionId the session
     * @param returnUrl the caller's host URL
     * @return {@code True}, or {@code False} with the reasons
     */
    @PUT
    @Path("{signingSessionId}/start")
    Uni<RequestResponse> start(@PathParam("signingSessionId") String signingSessionId,
            @QueryParam("returnUrl") String returnUrl);

    /**
     * GetSession.
     *
     * @param sessionId the session
     * @return the answer, with the session
     */
    @GET
    @Path("{sessionId}")
    Uni<SessionResponse> get(@PathParam("sessionId") String sessionId);
}
