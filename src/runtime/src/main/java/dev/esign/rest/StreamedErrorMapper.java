package dev.esign.rest;

import java.io.InputStream;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Turns an HTTP status of 300 and above into a {@link StreamedErrorException}, without reading: an event loop must not wait
 * for the rest of the answer. Thread-safe.
 */
public class StreamedErrorMapper implements ResponseExceptionMapper<StreamedErrorException> {

    private static final int FIRST_REDIRECTION = 300;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= FIRST_REDIRECTION;
    }

    @Override
    public StreamedErrorException toThrowable(Response response) {
        return new StreamedErrorException(response.getStatus(),
                response.hasEntity() ? response.readEntity(InputStream.class) : InputStream.nullInputStream(),
                ErrorStatusMapper.retryAfter(response));
    }
}
