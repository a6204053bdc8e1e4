package dev.esign.service.event;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import dev.esign.service.event.DeadLettersResource.DeadLetterUnknownException;
import dev.esign.service.event.Forwards.QueueFullException;
import dev.esign.service.event.Forwards.ReceiverUnknownException;
import dev.esign.service.problem.Problem;
import dev.esign.service.problem.ProblemKind;

/** Tells what goes wrong in this room by problem documents. */
class EventFailures {

    @ServerExceptionMapper
    Response streamRefused(StreamRefusedException refused) {
        return response(ProblemKind.STREAM_REFUSED);
    }

    @ServerExceptionMapper
    Response deadLetterUnknown(DeadLetterUnknownException unknown) {
        return response(ProblemKind.DEAD_LETTER_NOT_FOUND);
    }

    @ServerExceptionMapper
    Response receiverUnknown(ReceiverUnknownException unknown) {
        return response(ProblemKind.RECEIVER_UNKNOWN);
    }

    @ServerExceptionMapper
    Response queueFull(QueueFullException full) {
        return response(ProblemKind.QUEUE_FULL);
    }

    private static Response response(ProblemKind kind) {
        Response.ResponseBuilder response = Response.status(kind.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(kind));
        if (kind.retryAfterSeconds() != null) {
            response.header(HttpHeaders.RETRY_AFTER, kind.retryAfterSeconds());
        }
        return response.build();
    }
}
