package dev.esign.sandbox.http;

/** A request that .NET could not have read; its message names members and positions, never values. */
public final class MalformedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    public MalformedRequestException(String message) {
        this(400, message);
    }

    public MalformedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status that says so. */
    public int status() {
        return status;
    }
}
