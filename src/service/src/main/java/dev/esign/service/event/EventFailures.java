package dev.esign.service.event;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import dev.esign.service.problem.Problem;
import dev.esign.service.problem.ProblemKind;

/** Tells what goes wrong in this room by problem documents. */
class EventFailures {

    @ServerExceptionMapper
    Response streamRefused(StreamRefusedException refused) {
        ProblemKind kind = ProblemKind.STREAM_REFUSED;
        return Response.status(kind.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(kind))
                .header(HttpHeaders.RETRY_AFTER, kind.retryAfterSeconds()).build();
    }
}
