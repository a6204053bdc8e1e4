package dev.esign.service.event;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import dev.esign.service.problem.Problem;
import io.smallrye.common.annotation.Blocking;

/** What couldn't be delivered to receivers. */
@Path("/dead-letters")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters", description = "Events that couldn't be delivered to receivers that are configured.")
@APIResponse(responseCode = "default", description = "What went wrong.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class DeadLettersResource {

    private static final String ID = "{id: [0-9a-f-]+}";

    private final Forwards forwards;

    DeadLettersResource(Forwards forwards) {
        this.forwards = forwards;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "List dead letters", description = "Those of the replica that answers, "
            + "the oldest first.")
    @APIResponse(responseCode = "200", description = "The dead letters.", content = @Content(schema = @Schema(implementation = DeadLetterList.class)))
    public DeadLetterList list() {
        return new DeadLetterList(forwards.deadLetters().all().stream().map(DeadLetterDetails::of).toList());
    }

    @POST
    @Path(ID + "/redelivery")
    @Operation(operationId = "redeliverDeadLetter", summary = "Deliver a dead letter again", description = "It is no dead letter "
            + "any more, unless all goes wrong again.")
    @APIResponse(responseCode = "202", description = "It will be tried.")
    public Response redeliver(@Parameter(description = "The dead letter's identity.") @RestPath String id) {
        DeadLetter letter = forwards.deadLetters().find(id).orElseThrow(DeadLetterUnknownException::new);
        if (!forwards.redeliver(letter)) {
            throw new DeadLetterUnknownException();
        }
        return Response.accepted().build();
    }

    @DELETE
    @Path(ID)
    @Operation(operationId = "deleteDeadLetter", summary = "Delete a dead letter")
    @APIResponse(responseCode = "204", description = "It is deleted.")
    public void delete(@Parameter(description = "The dead letter's identity.") @RestPath String id) {
        forwards.deadLetters().remove(id).orElseThrow(DeadLetterUnknownException::new);
    }

    @Schema(name = "DeadLetters", description = "Dead letters.")
    record DeadLetterList(@Schema(required = true, description = "The dead letters.") List<DeadLetterDetails> deadLetters) {
    }

    @Schema(name = "DeadLetter", description = "An event that couldn't be delivered.")
    record DeadLetterDetails(
            @Schema(required = true, description = "Its identity.") String id,
            @Schema(required = true, description = "The receiver, by its name in the settings.", examples = "crm") String forward,
            @Schema(required = true, description = "What the last try came to: http- and the status, timeout, unreachable, gone, "
                    + "queue-full or not-configured.", examples = "http-500") String reason,
            @Schema(required = true, description = "How many tries there were, since the service was started.") int tries,
            @Schema(required = true, description = "When the tries began.") Instant since,
            @Schema(required = true, description = "When it was given up.") Instant diedAt,
            @Schema(required = true, description = "The event's identity.") String eventId,
            @Schema(required = true, description = "The event's type.", examples = "session-status-changed") String type,
            @Schema(required = true, description = "The session.") String sessionId) {

        static DeadLetterDetails of(DeadLetter letter) {
            Delivery delivery = letter.delivery();
            return new DeadLetterDetails(delivery.id(), delivery.forward(), letter.reason(), letter.tries(), delivery.since(),
                    letter.diedAt(), delivery.event().id(), delivery.event().type().wireName(), delivery.event().sessionId());
        }
    }

    static final class DeadLetterUnknownException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DeadLetterUnknownException() {
            super("unknown dead letter", null, false, false);
        }
    }
}
