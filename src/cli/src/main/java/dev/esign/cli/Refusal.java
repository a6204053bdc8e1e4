package dev.esign.cli;

/** Something that this command line refuses to do; the message says why, and what to do instead. */
class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
