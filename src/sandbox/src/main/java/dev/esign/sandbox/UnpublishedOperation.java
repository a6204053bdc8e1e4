package dev.esign.sandbox;

/**
 * A method that eSign's documentation names without its HTTP verb and address. The sandbox serves each at an address below
 * {@code _sandbox/operations}, which can't be taken for the real one, or where
 * {@link EsignSandbox.Builder#operation(UnpublishedOperation, String, String)} puts it.
 */
public enum UnpublishedOperation {

    /** GetSessionFiles. */
    SESSION_FILES("GetSessionFiles", "session-files", "GET", "/{sessionId}"),
    /** GetArchivedSessionFiles. */
    ARCHIVED_SESSION_FILES("GetArchivedSessionFiles", "archived-session-files", "GET", "/{sessionId}"),
    /** GetSessionInviteUrls. */
    INVITE_URLS("GetSessionInviteUrls", "invite-urls", "GET", "/{sessionId}"),
    /** GetClientGroups. */
    CLIENT_GROUPS("GetClientGroups", "client-groups", "GET", ""),
    /** GetGroupUsers. */
    GROUP_USERS("GetGroupUsers", "group-users", "GET", "/{groupId}"),
    /** UpdateGroupUser; body as CreateGroupUser's. */
    UPDATE_GROUP_USER("UpdateGroupUser", "update-group-user", "PUT", ""),
    /** RemoveGroupUser; the user in the address, or as {@code groupUser} in the body. */
    REMOVE_GROUP_USER("RemoveGroupUser", "remove-group-user", "DELETE", "/{userName}"),
    /** CreateGroup. */
    CREATE_GROUP("CreateGroup", "create-group", "POST", ""),
    /** UpdateGroup; the group's id as {@code UserGroupId} in {@code group}. */
    UPDATE_GROUP("UpdateGroup", "update-group", "PUT", "");

    private final String method;
    private final String id;
    private final String verb;
    private final String uri;

    UnpublishedOperation(String method, String id, String verb, String variables) {
        this.method = method;
        this.id = id;
        this.verb = verb;
        this.uri = "_sandbox/operations/" + id + variables;
    }

    /**
     * The documented name of the method.
     *
     * @return such as {@code GetSessionFiles}
     */
    public String method() {
        return method;
    }

    /**
     * The name of this operation in settings.
     *
     * @return lower case with hyphens, such as {@code session-files}
     */
    public String id() {
        return id;
    }

    /**
     * The verb it has unless another one is set.
     *
     * @return such as {@code GET}
     */
    public String defaultVerb() {
        return verb;
    }

    /**
     * The address it has unless another one is set.
     *
     * @return a path relative to the sandbox's URL, with placeholders such as <code>{sessionId}</code>
     */
    public String defaultUri() {
        return uri;
    }
}
