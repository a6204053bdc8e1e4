package dev.esign.service.event;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Takes what other replicas learned. They have no token: what counts is the signature, so this comes before the roles of
 * callers are looked at.
 */
@Singleton
class RelayRoute {

    private static final Logger LOG = Logger.getLogger(RelayRoute.class);

    private static final long MAX_SIZE = 256 * 1024;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final EventHub hub;
    private final EventsConfig config;
    private final Instance<ObjectMapper> mapper;
    private final SigningKeys keys;

    RelayRoute(EventHub hub, EventsConfig config, Instance<ObjectMapper> mapper) {
        this.hub = hub;
        this.config = config;
        this.mapper = mapper;
        List<String> problems = new ArrayList<>();
        this.keys = SigningKeys.read("esign.service.events.relay.secret", config.relay().secret().orElse(List.of()), problems);
    }

    void register(@Observes Router router) {
        if (config.relay().secret().isPresent()) {
            router.post(Relay.PATH).order(-SecurityHandlerPriorities.AUTHENTICATION - 1)
                    .handler(BodyHandler.create(false).setBodyLimit(MAX_SIZE)).handler(this::take);
        }
    }

    private void take(RoutingContext context) {
        byte[] body = context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
        if (!isSigned(context.request(), body)) {
            LOG.warn("A relayed event without a valid signature, or from another time, was refused");
            context.response().setStatusCode(UNAUTHORIZED).end();
            return;
        }
        try {
            // Replicas of the next version may know more.
            hub.tell(mapper.get().readerFor(ServiceEvent.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body));
            context.response().setStatusCode(NO_CONTENT).end();
        } catch (IOException unreadable) {
            LOG.warn("A relayed event couldn't be read; does every replica have the same version?");
            context.response().setStatusCode(BAD_REQUEST).end();
        }
    }

    private boolean isSigned(HttpServerRequest request, byte[] body) {
        String id = request.getHeader(SigningKeys.ID);
        String timestamp = request.getHeader(SigningKeys.TIMESTAMP);
        String signature = request.getHeader(SigningKeys.SIGNATURE);
        if (id == null || signature == null || timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long seconds = Long.parseLong(timestamp);
        Duration apart = Duration.between(Instant.ofEpochSecond(seconds), Instant.now()).abs();
        return apart.compareTo(config.relay().window()) <= 0 && keys.verify(id, seconds, body, signature);
    }
}
