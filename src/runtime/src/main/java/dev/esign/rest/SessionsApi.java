package dev.esign.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
@Path("rest")
@RegisterRestClient(configKey = "esign")
@RegisterProvider(TokenFilter.class)
@RegisterProvider(SessionBodyFilter.class)
@RegisterProvider(PathEncodingFilter.class)
@RegisterProvider(WireBodyWriter.class)
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
    @Path("v1/sessions")
    Uni<SessionResponse> create(SessionRequest request);

    /**
     * UpdateSession.
     *
     * @param request the changes, with the session's id in {@code Session.Id}; streamed, whatever its size
     * @return the answer
     */
    @POST
    @Path("v1/sessions/updatesession")
    Uni<SessionResponse> update(SessionRequest request);

    /**
     * StartSession.
     *
     * @param signingSessionId the session
     * @param returnUrl the caller's host URL
     * @return {@code True}, or {@code False} with the reasons
     */
    @PUT
    @Path("v1/sessions/{signingSessionId}/start")
    Uni<RequestResponse> start(@PathParam("signingSessionId") String signingSessionId,
            @QueryParam("returnUrl") String returnUrl);

    /**
     * GetSession.
     *
     * @param sessionId the session
     * @return the answer, with the session
     */
    @GET
    @Path("v1/sessions/{sessionId}")
    Uni<SessionResponse> get(@PathParam("sessionId") String sessionId);

    /**
     * Edit/Pause Session. Its {@code username} parameter isn't sent: the documentation doesn't show where it belongs.
     *
     * @param signingSessionId the session
     * @return the answer
     */
    @PUT
    @Path("v1/sessions/EditSession/{signingSessionId}")
    Uni<SessionResponse> edit(@PathParam("signingSessionId") String signingSessionId);

    /**
     * CancelSession.
     *
     * @param sessionId the session
     * @param returnUrl the caller's host URL
     * @return {@code True}, or {@code False} with the reasons
     */
    @PUT
    @Path("v1/sessions/{sessionId}/cancel")
    Uni<RequestResponse> cancel(@PathParam("sessionId") String sessionId, @QueryParam("returnURL") String returnUrl);

    /**
     * CloseSession.
     *
     * @param signingSessionId the session
     * @param returnUrl the caller's host URL
     * @return {@code True}, or {@code False} with the reasons
     */
    @PUT
    @Path("v1/sessions/{signingSessionId}/close")
    Uni<RequestResponse> close(@PathParam("signingSessionId") String signingSessionId,
            @QueryParam("returnURL") String returnUrl);

    /**
     * CopySigningSession.
     *
     * @param request the session to copy, and what differs in the copy
     * @return the answer, with the copy's id
     */
    @POST
    @Path("v1/sessions/copy")
    Uni<SessionResponse> copy(CopyRequest request);

    /**
     * DeleteSession.
     *
     * @param sessionId the session
     * @return {@code True}, or {@code False} with the reasons
     */
    @DELETE
    @Path("v1/sessions/{sessionId}")
    Uni<RequestResponse> delete(@PathParam("sessionId") String sessionId);

    /**
     * PurgeSessionDocs.
     *
     * @param sessionId the session
     * @param returnUrl the caller's host URL
     * @param purgeNow whether at once instead of after the client's waiting time; null for eSign's default
     * @return {@code True}, or {@code False} with the reasons
     */
    @PUT
    @Path("v1/sessions/{sessionId}/purge")
    Uni<RequestResponse> purge(@PathParam("sessionId") String sessionId, @QueryParam("returnURL") String returnUrl,
            @QueryParam("purgeNow") Boolean purgeNow);

    /**
     * CancelPurgingSession.
     *
     * @param sessionId the session
     * @return {@code True}, or {@code False} with the reasons
     */
    @PUT
    @Path("v1/sessions/cancelPurging/{sessionId}")
    Uni<RequestResponse> cancelPurging(@PathParam("sessionId") String sessionId);

    /**
     * GetSessionActionLogs.
     *
     * @param sessionId the session
     * @return the answer, with the session's log
     */
    @GET
    @Path("v1/sessions/{sessionId}/actionlogs")
    Uni<ActionLogResponse> actionLogs(@PathParam("sessionId") String sessionId);

    /**
     * GetArchivedSessions.
     *
     * @param pageSize how many rows a page has
     * @param pageNum the page, from 0
     * @return the answer, with archived sessions that the token's client may see
     */
    @GET
    @Path("v1/sessions/archived/{pageSize}/{pageNum}")
    Uni<PageResponse> archived(@PathParam("pageSize") int pageSize, @PathParam("pageNum") int pageNum);

    /**
     * GetDeletedSessions.
     *
     * @param pageSize how many rows a page has
     * @param pageNum the page, from 0
     * @return the answer, with deleted sessions that the token's client may see
     */
    @GET
    @Path("v1/sessions/deleted/{pageSize}/{pageNum}")
    Uni<PageResponse> deleted(@PathParam("pageSize") int pageSize, @PathParam("pageNum") int pageNum);

    /**
     * GetExpiredSessions.
     *
     * @param pageSize how many rows a page has
     * @param pageNum the page, from 0
     * @return the answer, with expired sessions that the token's client may see
     */
    @GET
    @Path("v1/sessions/expired/{pageSize}/{pageNum}")
    Uni<PageResponse> expired(@PathParam("pageSize") int pageSize, @PathParam("pageNum") int pageNum);

    /**
     * GetSessionsLiteByTransactionId.
     *
     * @param username the e-mail address of the sessions' owner
     * @param transactionId the transaction id
     * @param pageSize how many rows a page has, at most 50
     * @param pageNum the page, from 0
     * @param colName the column to sort by: {@code SigningSessionId}, {@code Title}, {@code TransactionId},
     *        {@code StatusCode} or {@code CreatedOn}
     * @param sortOrder {@code asc} or {@code desc}
     * @return the answer, with the sessions' headers
     */
    @GET
    @Path("v1/sessions/lite/{username}/{transactionId}/{pageSize}/{pageNum}/sortBy")
    Uni<PageResponse> lite(@PathParam("username") String username, @PathParam("transactionId") String transactionId,
            @PathParam("pageSize") int pageSize, @PathParam("pageNum") int pageNum, @QueryParam("colName") String colName,
            @QueryParam("sortOrder") String sortOrder);

    /**
     * GetSessionsByTransactionId.
     *
     * @param userName the e-mail address of the sessions' owner
     * @param transactionId the transaction id
     * @return the answer, with the sessions
     */
    @GET
    @Path("v1/users/{userName}/transactions/{transactionId}")
    Uni<SessionResponse> byTransactionId(@PathParam("userName") String userName,
            @PathParam("transactionId") String transactionId);

    /**
     * GetSessionsByTransactionIdMetadata: the same in version 2, which the documentation calls faster.
     *
     * @param userName the e-mail address of the sessions' owner
     * @param transactionId the transaction id
     * @return the answer, with the sessions
     */
    @GET
    @Path("v2/users/{userName}/transactions/{transactionId}")
    Uni<SessionResponse> byTransactionIdMetadata(@PathParam("userName") String userName,
            @PathParam("transactionId") String transactionId);

    /**
     * UpdateTransactionId.
     *
     * @param request the session and its new transaction id
     * @return the answer ({@code GenericResponse}, of which nothing more is known)
     */
    @PUT
    @Path("v1/transaction/UpdateTxId")
    Uni<RequestResponse> updateTransactionId(TransactionIdRequest request);
}
