package dev.esign.service.problem;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Answers requests that are refused before any operation is looked for. Thread-safe. */
@Singleton
public class ProblemWriter {

    /** What is read of a refused request's body, so that its sender gets the answer and can use the connection again. */
    private static final long READ_ANYWAY = 64 * 1024;

    private final Map<ProblemKind, Buffer> problems = new ConcurrentHashMap<>();
    private final Instance<ObjectMapper> mapper;

    ProblemWriter(Instance<ObjectMapper> mapper) {
        this.mapper = mapper;
    }

    /**
     * Ends the response with a problem document, and with what the headers already have.
     *
     * @param context the request; its body needn't have been read
     * @param kind the problem
     */
    public void write(RoutingContext context, ProblemKind kind) {
        HttpServerResponse response = context.response().setStatusCode(kind.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (kind.retryAfterSeconds() != null && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, kind.retryAfterSeconds().toString());
        }
        if (isBodyWorthReading(context)) {
            context.request().resume();
        } else {
            response.putHeader("Connection", "close");
            UnreadBody.discardAfterAnswer(context);
        }
        response.end(problems.computeIfAbsent(kind, this::written));
    }

    private Buffer written(ProblemKind kind) {
        try {
            return Buffer.buffer(mapper.get().writeValueAsBytes(Problem.of(kind)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isBodyWorthReading(RoutingContext context) {
        if (context.request().isEnded() || context.request().version() == HttpVersion.HTTP_2) {
            return true; // a connection of HTTP/2 has other requests too
        }
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? !context.request().headers().contains("Transfer-Encoding")
                : Long.parseLong(length) <= READ_ANYWAY;
    }
}
