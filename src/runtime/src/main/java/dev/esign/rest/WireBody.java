package dev.esign.rest;

/**
 * A small request body, written whole by {@link WireBodyWriter}. Sessions with documents are {@link SessionRequest}s instead,
 * which are streamed.
 */
public sealed interface WireBody permits CopyRequest, InviteRequest, SignersRequest, TransactionIdRequest, UserRequest,
        RenamedUserRequest, ProvisionRequest, GroupUserRequest, GroupUserRoleRequest {

    /** @return the form in which it is written, or null for that of the default account */
    default WireForm form() {
        return null;
    }
}
