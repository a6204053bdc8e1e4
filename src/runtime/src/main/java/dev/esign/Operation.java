package dev.esign;

/** The calls of eSign's API, for messages, metrics and decisions. */
public enum Operation {

    /** EncryptString. */
    ENCRYPT_STRING("EncryptString"),
    /** GetToken. */
    GET_TOKEN("GetToken"),
    /** GetTokenUserNamePassword. */
    GET_TOKEN_USER_NAME_PASSWORD("GetTokenUserNamePassword"),
    /** GetLandingURL. */
    GET_LANDING_URL("GetLandingURL"),
    /** CreateSession. */
    CREATE_SESSION("CreateSession", true),
    /** UpdateSession. */
    UPDATE_SESSION("UpdateSession", true),
    /** StartSession. */
    START_SESSION("StartSession", true),
    /** GetSession. */
    GET_SESSION("GetSession"),
    /** EditSession. */
    EDIT_SESSION("EditSession", true),
    /** CancelSession. */
    CANCEL_SESSION("CancelSession", true),
    /** CloseSession. */
    CLOSE_SESSION("CloseSession", true),
    /** CopySigningSession. */
    COPY_SESSION("CopySigningSession", true),
    /** DeleteSession. */
    DELETE_SESSION("DeleteSession", true),
    /** PurgeSessionDocs. */
    PURGE_SESSION("PurgeSessionDocs", true),
    /** CancelPurgingSession. */
    CANCEL_PURGING("CancelPurgingSession", true),
    /** GetSessionActionLogs. */
    GET_ACTION_LOGS("GetSessionActionLogs"),
    /** GetArchivedSessions. */
    GET_ARCHIVED_SESSIONS("GetArchivedSessions"),
    /** GetDeletedSessions. */
    GET_DELETED_SESSIONS("GetDeletedSessions"),
    /** GetExpiredSessions. */
    GET_EXPIRED_SESSIONS("GetExpiredSessions"),
    /** GetSessionsByTransactionId. */
    GET_SESSIONS_BY_TRANSACTION_ID("GetSessionsByTransactionId"),
    /** GetSessionsLiteByTransactionId. */
    GET_SESSIONS_LITE("GetSessionsLiteByTransactionId"),
    /** UpdateTransactionId. */
    UPDATE_TRANSACTION_ID("UpdateTransactionId", true),
    /** GetSignerInviteToken. */
    GET_INVITE_TOKEN("GetSignerInviteToken"),
    /** SendSignerEmailInvites. */
    INVITE_SIGNERS("SendSignerEmailInvites", true),
    /** UpdateSigners. */
    UPDATE_SIGNERS("UpdateSigners", true),
    /** GetSignerDocuments. */
    GET_SIGNER_DOCUMENTS("GetSignerDocuments"),
    /** CreateUser. */
    CREATE_USER("CreateUser", true),
    /** GetUserById. */
    GET_USER_BY_ID("GetUserById"),
    /** GetUserByUsername. */
    GET_USER_BY_USERNAME("GetUserByUsername"),
    /** UpdateUser. */
    UPDATE_USER("UpdateUser", true),
    /** UpdateUserByUsername. */
    UPDATE_USER_BY_USERNAME("UpdateUserByUsername", true),
    /** ProvisionUser. */
    PROVISION_USER("ProvisionUser", true),
    /** CreateGroupUser. */
    CREATE_GROUP_USER("CreateGroupUser", true),
    /** UpdateGroupUserRole. */
    UPDATE_GROUP_USER_ROLE("UpdateGroupUserRole", true),
    /** GetSessionFiles. */
    GET_SESSION_FILES("GetSessionFiles"),
    /** GetArchivedSessionFiles. */
    GET_ARCHIVED_SESSION_FILES("GetArchivedSessionFiles"),
    /** GetSessionInviteUrls. */
    GET_SESSION_INVITE_URLS("GetSessionInviteUrls");

    private final String documentedName;
    private final boolean changing;

    Operation(String documentedName) {
        this(documentedName, false);
    }

    Operation(String documentedName, boolean changing) {
        this.documentedName = documentedName;
        this.changing = changing;
    }

    /** @return the name in eSign's documentation */
    public String documentedName() {
        return documentedName;
    }

    /** @return whether the call changes a session, its signers or a user, so that a lost answer leaves open what happened */
    public boolean changesSession() {
        return changing;
    }

    @Override
    public String toString() {
        return documentedName;
    }
}
