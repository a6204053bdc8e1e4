package dev.esign.rest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
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
        return new ErrorStatusException(response.getStatus(),
                response.hasEntity() ? details(response.readEntity(byte[].class)) : List.of(), retryAfter(response));
    }

    static Duration retryAfter(Response response) {
        return retryAfter(response.getHeaderString(HttpHeaders.RETRY_AFTER), Instant.now());
    }

    /** {@code Retry-After} in either form, seconds or a date; null when there is none or it is neither. */
    static Duration retryAfter(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Duration until = Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeParseException neither) {
            return null; // as good as no header
        }
    }

    /** eSign's error texts, if the body is eSign's JSON. */
    static List<String> details(byte[] body) {
        try {
            Answer answer = AnswerReader.read(RequestResponse.class, body);
            return answer == null ? List.of() : answer.details();
        } catch (IOException notEsignsOwn) {
            return List.of(); // the page of a proxy or of the web server: the status says it all
        }
    }
}
