package dev.esign.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/**
 * Sessions by the transaction ids that their owners gave them. Tokens and failures are those of {@link SessionsApi}.
 * Thread-safe.
 */
@Path("rest")
@RegisterRestClient(configKey = "esign")
@RegisterProvider(TokenFilter.class)
@RegisterProvider(PathEncodingFilter.class)
@RegisterProvider(WireBodyWriter.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(ErrorStatusMapper.class)
@ClientHeaderParam(name = HttpHeaders.CONTENT_TYPE, value = MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface TransactionsApi {

    /**
     * GetSessionsByTransactionId.
     *
     * @param userName the e-mail address of the sessions' owner
     * @param transactionId the transaction id
     * @return the answer, with the sessions
     */
    @GET
    @Path("v1/users/{userName}/transactions/{transactionId}")
    Uni<SessionResponse> sessions(@PathParam("userName") String userName, @PathParam("transactionId") String transactionId);

    /**
     * GetSessionsByTransactionIdMetadata: the same in version 2, which the documentation calls faster.
     *
     * @param userName the e-mail address of the sessions' owner
     * @param transactionId the transaction id
     * @return the answer, with the sessions
     */
    @GET
    @Path("v2/users/{userName}/transactions/{transactionId}")
    Uni<SessionResponse> sessionsMetadata(@PathParam("userName") String userName,
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
