package dev.esign.sandbox.http;

/** What the sandbox does for one kind of request. */
@FunctionalInterface
public interface Call {

    /**
     * Answers a request.
     *
     * @throws MalformedRequestException if the request cannot be understood
     */
    Answer answer(Request request) throws MalformedRequestException;

    /** Whether it takes what the forms of a page send, instead of JSON. */
    default boolean takesForms() {
        return false;
    }

    /** A call that takes what the forms of a page send. */
    static Call ofForms(Call call) {
        return new Call() {
            @Override
            public Answer answer(Request request) throws MalformedRequestException {
                return call.answer(request);
            }

            @Override
            public boolean takesForms() {
                return true;
            }
        };
    }
}
