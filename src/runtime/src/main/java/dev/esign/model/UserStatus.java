package dev.esign.model;

/** Whether a user may use eSign ({@code UserStatusCodes}). */
public enum UserStatus {

    /** May not sign in (0). */
    INACTIVE(0),
    /** May sign in (1). */
    ACTIVE(1);

    private final int code;

    UserStatus(int code) {
        this.code = code;
    }

    /** @return the number that eSign writes */
    public int code() {
        return code;
    }
}
