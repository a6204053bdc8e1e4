package dev.esign.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/**
 * The users of the account's groups. Tokens and failures are those of {@link SessionsApi}. Thread-safe.
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
public interface GroupsApi {

    /**
     * CreateGroupUser.
     *
     * @param request the user and its group, with the password encrypted
     * @return the answer, with the new user
     */
    @POST
    @Path("groupusers")
    Uni<UserResponse> createUser(GroupUserRequest request);

    /**
     * UpdateGroupUserRole.
     *
     * @param request the user and its new role
     * @return the answer
     */
    @PUT
    @Path("groupuser")
    Uni<RequestResponse> updateRole(GroupUserRoleRequest request);
}
