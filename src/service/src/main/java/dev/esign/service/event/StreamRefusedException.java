package dev.esign.service.event;

/** There are as many streams as there may be, or the service is ending. */
final class StreamRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StreamRefusedException() {
        super("no more streams", null, false, false);
    }
}
