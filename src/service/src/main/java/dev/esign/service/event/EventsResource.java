package dev.esign.service.event;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

import dev.esign.SigningSessions;
import dev.esign.service.problem.Problem;
import dev.esign.service.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** What happens, as Server-Sent Events. */
@Path("/events")
@Tag(name = "Events", description = "What happens to sessions and signers, as it happens.")
@APIResponse(responseCode = "default", description = "What went wrong.", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class EventsResource {

    private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f-]{36}");

    private final EventHub hub;
    private final EventsConfig config;
    private final SigningSessions sessions;
    private final Vertx vertx;

    EventsResource(EventHub hub, EventsConfig config, SigningSessions sessions, Vertx vertx) {
        this.hub = hub;
        this.config = config;
        this.sessions = sessions;
        this.vertx = vertx;
    }

    /** Blocks while eSign is asked for the sessions of transactions, and not while the stream is open. */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "streamEvents", summary = "Be told what happens", description = "A stream of Server-Sent Events "
            + "that doesn't end. Each has an id, its type as event, and JSON as data. Connect again with Last-Event-ID to get "
            + "what came in between. If that isn't held any more, the first event is called gap.")
    @APIResponse(responseCode = "200", description = "The stream.", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(oneOf = {
            ServiceEvent.class, Gap.class })))
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "Only of these sessions; may be repeated.") @RestQuery List<String> sessionId,
            @Parameter(description = "Only of sessions with these transaction ids; may be repeated.") @RestQuery List<String> transactionId,
            @Parameter(description = "Only events of these types; may be repeated.") @RestQuery List<String> type,
            @Parameter(description = "The id of the last event that you saw.") @RestHeader("Last-Event-ID") String lastEventIdHeader,
            @Parameter(description = "The same, for clients that can't set headers.") @RestQuery String lastEventId,
            @Context Sse sse, @Context HttpServerRequest request) {
        Optional<String> seen = lastEventId(lastEventIdHeader, lastEventId);
        Set<EventType> types = types(type);
        EventStream stream = new EventStream(hub, config, new EventFilter(Set.copyOf(sessionId), Set.copyOf(transactionId),
                sessionsOf(transactionId), types), sse, request, vertx.getOrCreateContext());
        seen.ifPresent(stream::resume);
        if (!hub.open(stream)) {
            throw new StreamRefusedException();
        }
        // Proxies must pass on each event at once, and hold none.
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Accel-Buffering", "no");
        return Multi.createFrom().publisher(stream);
    }

    private static Optional<String> lastEventId(String header, String query) {
        String id = header == null || header.isEmpty() ? query : header;
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        if (!EVENT_ID.matcher(id).matches()) {
            Problems problems = new Problems();
            problems.add("lastEventId", "is not the id of an event; leave it out to begin with what happens now");
            problems.throwIfAny();
        }
        return Optional.of(id);
    }

    private static Set<EventType> types(List<String> names) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        Problems problems = new Problems();
        for (String name : names) {
            EventType.named(name).ifPresentOrElse(types::add,
                    () -> problems.add("type", "is not a type of event; known are " + EventType.names()));
        }
        problems.throwIfAny();
        return types;
    }

    /** eSign's webhook names no transaction, and another replica or another system may have made the sessions. */
    private Set<String> sessionsOf(List<String> transactionIds) {
        return transactionIds.stream().distinct().flatMap(sessions::findByTransactionId)
                .map(session -> session.id().value()).collect(Collectors.toSet());
    }
}
