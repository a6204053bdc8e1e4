package dev.esign.rest;

import java.io.IOException;
import java.util.List;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns an HTTP status of 400 and above into an {@link ErrorStatusException}. Thread-safe. */
public class ErrorStatusMapper implements ResponseExceptionMapper<ErrorStatusException> {

    private static final int FIRST_ERROR = 400;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= FIRST_ERROR;
    }

    @Override
    public ErrorStatusException toThrowable(Response response) {
        return new ErrorStatusException(response.getStatus(), details(response));
    }

    private static List<String> details(Response response) {
        if (!response.hasEntity()) {
            return List.of();
        }
        try {
            Answer answer = AnswerReader.read(RequestResponse.class, response.readEntity(byte[].class));
            return answer == null ? List.of() : answer.details();
        } catch (IOException notEsignsOwn) {
            return List.of(); // the page of a proxy or of the web server: the status says it all
        }
    }
}
