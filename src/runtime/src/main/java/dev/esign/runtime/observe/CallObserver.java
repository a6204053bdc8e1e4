package dev.esign.runtime.observe;

/**
 * Is told of every call of eSign, the calls for tokens included, and of every start of a session, which may be several calls.
 * Implemented by beans. No method may block; what one throws is logged and changes nothing.
 */
public interface CallObserver {

    /**
     * A call is wanted. On the thread that wants it.
     *
     * @param call the call
     */
    default void begun(ObservedCall call) {
    }

    /**
     * A call has ended. On any thread.
     *
     * @param call the call, with its outcome
     */
    default void ended(ObservedCall call) {
    }

    /**
     * A start is wanted. On the thread that wants it.
     *
     * @param start the start
     */
    default void begun(ObservedStart start) {
    }

    /**
     * A start has ended. On any thread.
     *
     * @param start the start, with its outcome
     */
    default void ended(ObservedStart start) {
    }
}
