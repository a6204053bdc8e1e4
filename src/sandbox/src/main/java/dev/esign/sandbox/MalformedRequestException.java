package dev.esign.sandbox;

/** A request that .NET could not have read; its message names members and positions, never values. */
final class MalformedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    MalformedRequestException(String message) {
        this(400, message);
    }

    MalformedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status that says so. */
    int status() {
        return status;
    }
}
