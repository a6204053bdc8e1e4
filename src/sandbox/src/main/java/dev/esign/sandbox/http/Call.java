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
}
