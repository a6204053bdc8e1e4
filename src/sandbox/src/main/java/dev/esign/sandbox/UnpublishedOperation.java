package dev.esign.sandbox;

/**
 * A method that eSign's documentation names without its HTTP verb and address. The sandbox serves each at an address below
 * {@code _sandbox/operations}, which can't be taken for the real one, or where
 * {@link EsignSandbox.Builder#operation(UnpublishedOperation, String, String)} puts it.
 */
public enum UnpublishedOperation {

    /** GetSessionFiles. */
    SESSION_FILES("session-files", "GET", "/{sessionId}"),
    /** GetArchivedSessionFiles. */
    ARCHIVED_SESSION_FILES("archived-session-files", "GET", "/{sessionId}"),
    /** GetSessionInviteUrls. */
    INVITE_URLS("invite-urls", "GET", "/{sessionId}"),
    /** GetClientGroups. */
    CLIENT_GROUPS("client-groups", "GET", ""),
    /** GetGroupUsers. */
    GROUP_USERS("group-users", "GET", "/{groupId}"),
    /** UpdateGroupUser; body as CreateGroupUser's. */
    UPDATE_GROUP_USER("update-group-user", "PUT", ""),
    /** RemoveGroupUser; the user in the address, or as {@code groupUser} in the body. */
    REMOVE_GROUP_USER("remove-group-user", "DELETE", "/{userName}"),
    /** CreateGroup. */
    CREATE_GROUP("create-group", "POST", ""),
    /** UpdateGroup; the group's id as {@code UserGroupId} in {@code group}. */
    UPDATE_GROUP("update-group", "PUT", "");

    private final String id;
    private final String verb;
    private final String uri;

    UnpublishedOperation(String id, String verb, String variables) {
        this.id = id;
        this.verb = verb;
        this.uri = "_sandbox/operations/" + id + variables;
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
