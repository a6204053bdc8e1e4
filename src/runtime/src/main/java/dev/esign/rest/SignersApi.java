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
 * The signers of sessions. Tokens and failures are those of {@link SessionsApi}. Thread-safe.
 */
@Path("rest/v1")
@RegisterRestClient(configKey = "esign")
@RegisterProvider(TokenFilter.class)
@RegisterProvider(PathEncodingFilter.class)
@RegisterProvider(WireBodyWriter.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(ErrorStatusMapper.class)
@ClientHeaderParam(name = HttpHeaders.CONTENT_TYPE, value = MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface SignersApi {

    /**
     * GetSignerInviteToken.
     *
     * @param signerId the signer
     * @return the answer, with the signer's token in {@code ReturnValue}
     */
    @GET
    @Path("signers/{signerId}/token")
    Uni<RequestResponse> inviteToken(@PathParam("signerId") String signerId);

    /**
     * SendSignerEmailInvites.
     *
     * @param request the signers to invite
     * @return the answer, with what went wrong in {@code Details}
     */
    @PUT
    @Path("signers/invite")
    Uni<RequestResponse> invite(InviteRequest request);

    /**
     * Update Signers.
     *
     * @param request the signers as they shall be
     * @return the answer ({@code UpdateSignersView}, of which nothing more is known)
     */
    @PUT
    @Path("signers")
    Uni<RequestResponse> update(SignersRequest request);

    /**
     * GetSignerDocuments.
     *
     * @param username the e-mail address of the session's owner
     * @param signingSessionId the session
     * @param signerId the signer
     * @param pageNumber the page; whether 0 or 1 is the first isn't documented
     * @param pageSize how many documents a page has
     * @return the answer, with the documents that the signer uploaded
     */
    @GET
    @Path("signer/docs/{username}/{signingSessionId}/{signerId}/{pageNumber}/{pageSize}")
    Uni<PageResponse> documents(@PathParam("username") String username,
            @PathParam("signingSessionId") String signingSessionId, @PathParam("signerId") String signerId,
            @PathParam("pageNumber") int pageNumber, @PathParam("pageSize") int pageSize);
}
