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
    CREATE_SESSION("CreateSession"),
    /** UpdateSession. */
    UPDATE_SESSION("UpdateSession"),
    /** StartSession. */
    START_SESSION("StartSession"),
    /** GetSession. */
    GET_SESSION("GetSession");

    private final String documentedName;

    Operation(String documentedName) {
        this.documentedName = documentedName;
    }

    /** @return the name in eSign's documentation */
    public String documentedName() {
        return documentedName;
    }

    /** @return whether the call changes a session, so that a lost answer leaves open what happened */
    public boolean changesSession() {
        return this == CREATE_SESSION || this == UPDATE_SESSION || this == START_SESSION;
    }

    @Override
    public String toString() {
        return documentedName;
    }
}
