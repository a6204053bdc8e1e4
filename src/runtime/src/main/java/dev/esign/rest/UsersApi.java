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
 * The account's users, and those of its groups. Tokens and failures are those of {@link SessionsApi}. Thread-safe.
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
public interface UsersApi {

    /**
     * CreateUser.
     *
     * @param request the user, with the password encrypted
     * @return the answer, with the new user
     */
    @POST
    @Path("users")
    Uni<UserResponse> create(UserRequest request);

    /**
     * GetUserById.
     *
     * @param id the system user id
     * @return the answer, with the user
     */
    @GET
    @Path("users/{id}")
    Uni<UserResponse> get(@PathParam("id") String id);

    /**
     * GetUserByUsername.
     *
     * @param username the user's e-mail address
     * @return the answer, with the user
     */
    @GET
    @Path("users")
    Uni<UserResponse> find(@QueryParam("username") String username);

    /**
     * UpdateUser.
     *
     * @param request the user, named by its system user id or its name
     * @return the answer, with the user
     */
    @PUT
    @Path("users")
    Uni<UserResponse> update(UserRequest request);

    /**
     * UpdateUserByUsername.
     *
     * @param request the user and the name by which eSign knows it
     * @return the answer, with the user
     */
    @PUT
    @Path("users/updateByUsername")
    Uni<UserResponse> updateByUsername(RenamedUserRequest request);

    /**
     * ProvisionUser.
     *
     * @param request the user and whether it shall be active
     * @return the answer, with the user
     */
    @PUT
    @Path("users/provisionUser")
    Uni<UserResponse> provision(ProvisionRequest request);

    /**
     * CreateGroupUser.
     *
     * @param request the user and its group, with the password encrypted
     * @return the answer, with the new user
     */
    @POST
    @Path("groupusers")
    Uni<UserResponse> createInGroup(GroupUserRequest request);

    /**
     * UpdateGroupUserRole.
     *
     * @param request the user and its new role
     * @return the answer
     */
    @PUT
    @Path("groupuser")
    Uni<RequestResponse> updateGroupRole(GroupUserRoleRequest request);
}
