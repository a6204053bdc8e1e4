package dev.esign.sandbox.control;

/** A request to the control interface that can't be followed; its message names the member, the problem and the fix. */
final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ControlException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
