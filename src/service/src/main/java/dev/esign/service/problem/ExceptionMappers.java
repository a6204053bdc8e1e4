package dev.esign.service.problem;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import dev.esign.EsignException;
import dev.esign.service.limit.BodyTooLargeException;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Turns every failure into a problem document. Only kinds, calls and statuses are logged: messages of exceptions may quote
 * what the caller sent or eSign wrote.
 */
class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    @ServerExceptionMapper
    Response esign(EsignException failure) {
        ProblemKind kind = EsignFailures.kindOf(failure);
        URI instance = null;
        if (kind.concernsOperator()) {
            instance = newInstance();
            LOG.warnf("%s: %s failed, %s (%s)", instance, failure.operation(), kind.title(),
                    failure.httpStatus().isPresent() ? "HTTP " + failure.httpStatus().getAsInt() : "no answer");
        }
        return response(kind, new Problem(kind.type(), kind.title(), kind.status(), kind.detail(), instance,
                failure.operation().documentedName(), failure.sessionId().map(Object::toString).orElse(null),
                failure.transactionId().orElse(null), failure.texts(), List.of()));
    }

    @ServerExceptionMapper
    Response invalidRequest(InvalidRequestException refused) {
        return response(ProblemKind.INVALID_REQUEST, Problem.of(ProblemKind.INVALID_REQUEST, refused.problems()));
    }

    @ServerExceptionMapper
    Response malformedRequest(MalformedRequestException malformed) {
        return response(ProblemKind.MALFORMED_REQUEST,
                Problem.of(ProblemKind.MALFORMED_REQUEST, List.of(malformed.problem())));
    }

    @ServerExceptionMapper
    Response refusedByService(ProblemException problem) {
        return response(problem.kind(), problem.problem());
    }

    @ServerExceptionMapper
    Response mismatchedJson(MismatchedInputException mismatch) {
        return malformed(mismatch);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed);
        }
        ProblemKind kind = switch (failure.getResponse().getStatus()) {
            case 404 -> ProblemKind.UNKNOWN_ADDRESS;
            case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
            case 406 -> ProblemKind.NOT_ACCEPTABLE;
            case 413 -> ProblemKind.REQUEST_TOO_LARGE;
            case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
            default -> failure.getResponse().getStatus() < 500 ? ProblemKind.MALFORMED_REQUEST : null;
        };
        return kind == null ? unexpected(failure) : response(kind, Problem.of(kind));
    }

    @ServerExceptionMapper
    Response tooLarge(BodyTooLargeException body) {
        return response(ProblemKind.REQUEST_TOO_LARGE, Problem.of(ProblemKind.REQUEST_TOO_LARGE));
    }

    /** A body that broke off. */
    @ServerExceptionMapper
    Response unreadable(IOException brokenOff) {
        LOG.debugf("A request's body couldn't be read: %s", brokenOff.getClass().getName());
        return response(ProblemKind.MALFORMED_REQUEST, Problem.of(ProblemKind.MALFORMED_REQUEST));
    }

    /** Its message names settings and nothing else, and the operator needs it. */
    @ServerExceptionMapper
    Response notConfigured(ConfigurationException missing) {
        URI instance = newInstance();
        LOG.errorf("%s: %s", instance, missing.getMessage());
        return internalError(instance);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        URI instance = newInstance();
        LOG.errorf(new WithheldMessageException(failure), "%s: a request failed unexpectedly", instance);
        return internalError(instance);
    }

    private static Response malformed(JsonProcessingException malformed) {
        return response(ProblemKind.MALFORMED_REQUEST,
                Problem.of(ProblemKind.MALFORMED_REQUEST, List.of(JsonProblems.explain(malformed))));
    }

    private static Response internalError(URI instance) {
        ProblemKind kind = ProblemKind.INTERNAL_ERROR;
        return response(kind, new Problem(kind.type(), kind.title(), kind.status(), kind.detail(), instance, null, null, null,
                List.of(), List.of()));
    }

    private static URI newInstance() {
        return URI.create("urn:uuid:" + UUID.randomUUID());
    }

    private static Response response(ProblemKind kind, Problem problem) {
        Response.ResponseBuilder response = Response.status(kind.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (kind.retryAfterSeconds() != null) {
            response.header(HttpHeaders.RETRY_AFTER, kind.retryAfterSeconds());
        }
        return response.build();
    }

    /** Where something failed, without the messages. */
    private static final class WithheldMessageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WithheldMessageException(Throwable failure) {
            super(failure.getClass().getName() + " (its message is withheld)",
                    failure.getCause() == null ? null : new WithheldMessageException(failure.getCause()), false, true);
            setStackTrace(failure.getStackTrace());
        }
    }
}
