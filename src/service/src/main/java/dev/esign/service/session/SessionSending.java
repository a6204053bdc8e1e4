package dev.esign.service.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.service.problem.FieldProblem;
import dev.esign.service.problem.InvalidRequestException;
import dev.esign.service.problem.ProblemException;
import dev.esign.service.problem.ProblemKind;
import io.smallrye.mutiny.Uni;

/** Creates and starts sessions, at once or in the background, and answers as their callers prefer. */
@Singleton
class SessionSending {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String STARTED = SessionStatus.IN_SENT.name();
    private static final String WAITING = SessionStatus.IN_DRAFT.name();

    private final SessionCreations creations;
    private final SessionStarts starts;
    private final boolean hasReturnUrl;

    SessionSending(SessionCreations creations, SessionStarts starts,
            @ConfigProperty(name = "quarkus.esign.return-url") Optional<String> returnUrl) {
        this.creations = creations;
        this.starts = starts;
        this.hasReturnUrl = returnUrl.isPresent();
    }

    Uni<Response> send(NewSession session, SendingOptions options, UriInfo address) {
        if (options.started()) {
            requireReturnUrl(options.returnUrl());
        }
        Uni<HeldSession> held = Unsendable.told(null,
                options.key() == null ? creations.create(session) : creations.createOnce(session));
        if (!options.started()) {
            return held
                    .map(created -> answer(created, address, created.status().map(SessionStatus::name).orElse(null)).build());
        }
        if (!options.preferences().async()) {
            return held.flatMap(created -> start(created, options.returnUrl())
                    .map(status -> answer(created, address, status).build()));
        }
        SessionStarts.Place place = starts.reserve();
        return held.flatMap(created -> {
            if (isStarted(created)) {
                return Uni.createFrom().item(answer(created, address, startedStatus(created)).build());
            }
            return background(place, created.id(), start(created, options.returnUrl()).replaceWithVoid(),
                    options.preferences(), done -> answer(created, address, done ? STARTED : WAITING));
        }).onTermination().invoke(place::giveBack);
    }

    /** Starts a session that is there. */
    Uni<Response> start(SessionId id, URI returnUrl, Preferences preferences, UriInfo address) {
        requireReturnUrl(returnUrl);
        if (!preferences.async()) {
            return starts.start(id, returnUrl).map(done -> Response.ok(new StartedSession(id.value(), STARTED)).build());
        }
        SessionStarts.Place place = starts.reserve();
        return background(place, id, starts.start(id, returnUrl), preferences,
                done -> Response.ok(new StartedSession(id.value(), done ? STARTED : WAITING))
                        .header(HttpHeaders.LOCATION, location(address, id)));
    }

    private interface Answer {

        ResponseBuilder to(boolean done);
    }

    /** Answers 202 unless the start is over before the caller doesn't want to wait any longer. */
    private static Uni<Response> background(SessionStarts.Place place, SessionId id, Uni<Void> start,
            Preferences preferences, Answer answer) {
        Uni<Void> started = place.start(start, id);
        Duration wait = preferences.patience();
        Uni<Boolean> done = wait == null || wait.isZero() ? Uni.createFrom().item(false)
                : started.replaceWith(true).ifNoItem().after(wait).recoverWithItem(false);
        return done.map(over -> (over ? answer.to(true) : answer.to(false).status(Status.ACCEPTED))
                .header(Preferences.APPLIED, preferences.applied()).build());
    }

    /** Starts what was created, unless it is started or another replica is quicker; tells the status. */
    private Uni<String> start(HeldSession created, URI returnUrl) {
        if (isStarted(created)) {
            return Uni.createFrom().item(startedStatus(created));
        }
        if (created.status().filter(status -> !status.canStart()).isPresent()) {
            return Uni.createFrom().failure(new ProblemException(ProblemKind.INVALID_SESSION_STATE, created.id().value(),
                    created.transactionId(), List.of(new FieldProblem(IdempotencyKey.HEADER,
                            "has a session that is " + created.status().get().name() + "; give another key"))));
        }
        return starts.startOnce(created.id(), returnUrl).replaceWith(STARTED);
    }

    private static boolean isStarted(HeldSession created) {
        return created.status().filter(SessionStarts::isStarted).isPresent();
    }

    private static String startedStatus(HeldSession created) {
        return created.status().map(SessionStatus::name).orElse(STARTED);
    }

    private static ResponseBuilder answer(HeldSession created, UriInfo address, String status) {
        ResponseBuilder answer = Response.status(created.replayed() ? Status.OK : Status.CREATED)
                .header(HttpHeaders.LOCATION, location(address, created.id()))
                .entity(new CreatedSession(created.id().value(), created.transactionId(), status));
        return created.replayed() ? answer.header(REPLAYED, true) : answer;
    }

    private static URI location(UriInfo address, SessionId id) {
        return address.getBaseUriBuilder().path("sessions").path(id.value()).build();
    }

    /** Before a session is created for it. */
    private void requireReturnUrl(URI returnUrl) {
        if (returnUrl == null && !hasReturnUrl) {
            throw new InvalidRequestException(List.of(new FieldProblem("returnUrl",
                    "is missing, and the service has none of its own (quarkus.esign.return-url)")));
        }
    }
}
