package dev.esign.service.session;

/** Parts of the addresses of sessions. */
public final class SessionPaths {

    /**
     * What an identity of a session or signer looks like. Nothing else may get into an address of eSign's: the service speaks
     * there with its own rights.
     */
    public static final String IDENTITY = "[0-9A-Za-z-]+";

    /** The session's identity. */
    public static final String ID = "{id: " + IDENTITY + "}";

    private SessionPaths() {
    }
}
