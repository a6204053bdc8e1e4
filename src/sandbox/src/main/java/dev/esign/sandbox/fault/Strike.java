package dev.esign.sandbox.fault;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.http.Route;

/**
 * A fault hitting a request.
 *
 * @param rest what would happen without the fault
 */
record Strike(ActiveFault fault, Request request, Route route, Call rest) {

    /** Lets happen what would have happened anyway. */
    Answer proceed() throws MalformedRequestException {
        return rest.answer(request);
    }
}
