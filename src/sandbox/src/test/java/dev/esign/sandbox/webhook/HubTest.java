package dev.esign.sandbox.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.session.SessionStatus;

/** A hub of its own for each test. */
abstract class HubTest {

    static final Duration SOON = Duration.ofMinutes(2);
    /** A timeout that no receiver reaches, however slow its machine is. */
    static final Duration LONG = Duration.ofHours(1);
    static final String SESSION = "11111111-2222-3333-4444-555555555555";
    static final String SIGNER = "99999999-8888-7777-6666-555555555555";

    /** A name of its own, since threads of an earlier test may be dying still. */
    private final String threads = "hub-test-" + UUID.randomUUID() + "-";
    private WebhookHub hub;

    @AfterEach
    void closeHub() {
        if (hub != null) {
            hub.close();
        }
    }

    WebhookHub hub(URI... urls) {
        return hub(0, LONG, urls);
    }

    WebhookHub hub(int retries, Duration timeout, URI... urls) {
        hub = new WebhookHub(new WebhookSettings(List.of(urls), retries, Duration.ofMillis(5), timeout),
                Clock.fixed(Happenings.NOW, ZoneOffset.UTC), threads);
        return hub;
    }

    /** Tells of one event, and waits until everybody was told. */
    List<WebhookDelivery> tell(WebhookHub to) {
        to.on(Happenings.session(SESSION, SessionStatus.COMPLETED));
        return to.awaitIdle(SOON);
    }

    List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith(threads)).toList();
    }
}
