package dev.esign.rest;

/**
 * A small request body, written whole by {@link WireBodyWriter}. Sessions with documents are {@link SessionRequest}s instead,
 * which are streamed.
 */
public sealed interface WireBody permits CopyRequest, InviteRequest, SignersRequest, TransactionIdRequest, UserRequest,
        RenamedUserRequest, ProvisionRequest, GroupUserRequest, GroupUserRoleRequest {
}
