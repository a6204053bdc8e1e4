package dev.esign.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
 * eSign's authentication: from the API key to the token that each call needs. The credentials are parameters here, nothing
 * is added by a filter. Answers fail as those of {@link SessionsApi}. Thread-safe.
 */
@Path("rest/v1")
@RegisterRestClient(configKey = "esign")
@RegisterProvider(PathEncodingFilter.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(ErrorStatusMapper.class)
@ClientHeaderParam(name = HttpHeaders.CONTENT_TYPE, value = MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface TokensApi {

    /**
     * EncryptString. Needs no token.
     *
     * @param plainText what to encrypt, for example the API key
     * @param salt the salt, also needed wherever the cipher text is used
     * @return the answer, with the cipher text in {@code ReturnValue}
     */
    @GET
    @Path("encrypt/{plainText}/{salt}")
    Uni<RequestResponse> encryptString(@PathParam("plainText") String plainText, @PathParam("salt") String salt);

    /**
     * GetToken.
     *
     * @param encryptedApiKey the API key, encrypted with {@code salt}
     * @param salt the salt
     * @return the answer, with the token in {@code ReturnValue}
     */
    @GET
    @Path("gettoken/{salt}")
    Uni<RequestResponse> getToken(@HeaderParam(HttpHeaders.AUTHORIZATION) String encryptedApiKey,
            @PathParam("salt") String salt);

    /**
     * GetLandingURL.
     *
     * @param token a fresh token
     * @return the answer, with the landing URL of the token's client in {@code ReturnValue}
     */
    @GET
    @Path("landingurl")
    Uni<RequestResponse> getLandingUrl(@HeaderParam(HttpHeaders.AUTHORIZATION) String token);

    /**
     * GetTokenUserNamePassword. The documentation calls it to be deprecated in favour of GetToken.
     *
     * @param encryptedPassword the user's password, encrypted with {@code salt}
     * @param userName the user's e-mail address
     * @param salt the salt
     * @return the answer, with the token in {@code ReturnValue}
     */
    @GET
    @Path("tokenusernamepassword/{userName}/{salt}")
    Uni<RequestResponse> getTokenUserNamePassword(@HeaderParam(HttpHeaders.AUTHORIZATION) String encryptedPassword,
            @PathParam("userName") String userName, @PathParam("salt") String salt);

    /**
     * AuthenticateUser: checks a user's password.
     *
     * @param tokenAndPassword a fresh token, a colon, and the user's password, encrypted with {@code salt}
     * @param userName the user's e-mail address
     * @param salt the salt
     * @return the answer, with the user
     */
    @GET
    @Path("authenticateuser/{userName}/{salt}")
    Uni<UserResponse> authenticateUser(@HeaderParam(HttpHeaders.AUTHORIZATION) String tokenAndPassword,
            @PathParam("userName") String userName, @PathParam("salt") String salt);
}
