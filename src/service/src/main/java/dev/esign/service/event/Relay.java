package dev.esign.service.event;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.service.event.SignedPost.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;

/**
 * Tells the other replicas what this one learned. A name may stand for all replicas, this one too: it knows its own events by
 * their ids. Thread-safe.
 */
@Singleton
class Relay {

    static final String PATH = "/events/relay";

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private static final int MAX_TRIES = 4;
    private static final long FIRST_DELAY_MILLIS = 200;
    private static final int MAX_UNDER_WAY = 10_000;
    private static final int CONNECTIONS = 16;

    private final EventsConfig config;
    private final EventHub hub;
    private final Vertx vertx;
    private final Addresses addresses;
    private final Counter relayed;
    private final Counter lost;
    private final List<HostAndPort> peers = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private SignedPost post;

    Relay(EventsConfig config, EventHub hub, Vertx vertx, Addresses addresses, MeterRegistry meters) {
        this.config = config;
        this.hub = hub;
        this.vertx = vertx;
        this.addresses = addresses;
        this.relayed = counter(meters, "relayed");
        this.lost = counter(meters, "lost");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("esign.service.events.relayed").tag("outcome", outcome)
                .description("Events told to other replicas").register(meters);
    }

    void start(@Observes StartupEvent started) {
        if (config.peers().isEmpty()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (String peer : config.peers().get()) {
            HostAndPort address = HostAndPort.parseAuthority(peer, -1);
            if (address == null || address.port() < 1) {
                problems.add("esign.service.events.peers: '" + peer + "' isn't like esign-service-replicas:8080");
            } else {
                peers.add(address);
            }
        }
        SigningKeys keys = SigningKeys.read("esign.service.events.relay.secret", config.relay().secret().orElse(List.of()),
                problems);
        post = new SignedPost(vertx, keys, config.relay().timeout(), CONNECTIONS,
                addresses.tls("esign.service.events.relay.tls-configuration-name", config.relay().tlsConfigurationName(),
                        problems));
        Addresses.refuse(problems);
    }

    /** Tells all peers. Doesn't block. */
    void tell(ServiceEvent event) {
        String json = peers.isEmpty() ? null : hub.json(event);
        for (HostAndPort peer : peers) {
            vertx.executeBlocking(() -> InetAddress.getAllByName(peer.host()), false).onComplete(resolved -> {
                if (resolved.failed()) {
                    lost.increment();
                    LOG.warnf("%s: not relayed, %s can't be resolved", event, peer.host());
                } else {
                    for (InetAddress address : resolved.result()) {
                        begin(event, json, address(peer, address));
                    }
                }
            });
        }
    }

    private RequestOptions address(HostAndPort peer, InetAddress address) {
        return new RequestOptions().setServer(SocketAddress.inetSocketAddress(peer.port(), address.getHostAddress()))
                .setHost(peer.host()).setPort(peer.port()).setSsl(config.relay().tlsConfigurationName().isPresent())
                .setURI(PATH);
    }

    private void begin(ServiceEvent event, String json, RequestOptions address) {
        if (underWay.incrementAndGet() > MAX_UNDER_WAY) {
            end(event, address, "too many wait");
        } else {
            send(event, json, address, 1);
        }
    }

    private void send(ServiceEvent event, String json, RequestOptions address, int tries) {
        post.send(address, event.id(), json).onComplete(result -> {
            if (result.succeeded() && result.result().isSuccess()) {
                underWay.decrementAndGet();
                relayed.increment();
            } else if (tries < MAX_TRIES) {
                vertx.setTimer(FIRST_DELAY_MILLIS << 2 * (tries - 1), again -> send(event, json, address, tries + 1));
            } else {
                end(event, address, reason(result));
            }
        });
    }

    private void end(ServiceEvent event, RequestOptions address, String reason) {
        underWay.decrementAndGet();
        lost.increment();
        LOG.warnf("%s: not relayed to %s (%s)", event, address.getServer(), reason);
    }

    private static String reason(AsyncResult<Answer> result) {
        return result.succeeded() ? "HTTP " + result.result().status() : result.cause().getClass().getSimpleName();
    }
}
