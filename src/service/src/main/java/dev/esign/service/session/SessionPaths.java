package dev.esign.service.session;

/** Parts of the addresses of sessions. */
public final class SessionPaths {

    /**
     * The session's identity. Nothing else may get into an address of eSign's: the service speaks there with its own rights.
     */
    public static final String ID = "{id: [0-9A-Za-z-]+}";

    private SessionPaths() {
    }
}
