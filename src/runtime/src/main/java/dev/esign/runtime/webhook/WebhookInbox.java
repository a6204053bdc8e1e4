package dev.esign.runtime.webhook;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.EsignAccounts;
import dev.esign.event.WebhookEvent;
import dev.esign.event.WebhookEvent.Check;
import dev.esign.runtime.EsignAccountsConfig;
import dev.esign.runtime.webhook.WebhookInboxConfig.Verification;
import dev.esign.runtime.webhook.WebhookMessage.Kind;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Takes messages that knew the secret: drops those that came before, has them confirmed if that is wanted, and tells the
 * application. Thread-safe.
 */
@Singleton
class WebhookInbox {

    static final String LOG_CATEGORY = "dev.esign.webhook";

    private static final Logger LOG = Logger.getLogger(LOG_CATEGORY);

    /** What became of a message by the time that it is answered. */
    enum Receipt {
        ACCEPTED(200),
        DUPLICATE(200),
        UNREADABLE(400),
        FAILED(500);

        private final int status;

        Receipt(int status) {
            this.status = status;
        }

        /** The HTTP status that says so. */
        int status() {
            return status;
        }
    }

    /**
     * A message taken.
     *
     * @param receipt what became of it so far
     * @param afterAnswer what is left to do once it is answered
     */
    record Taken(Receipt receipt, Runnable afterAnswer) {

        private static Taken finished(Receipt receipt) {
            return new Taken(receipt, () -> {
            });
        }
    }

    private final WebhookEvents events;
    private final WebhookReader reader;
    private final RecentMessages recent;
    /** Asked for one only when a session is read back: a receiver alone needs no account. */
    private final EsignAccounts accounts;
    private final WebhookInboxConfig config;
    private final List<WebhookListener> listeners;

    WebhookInbox(WebhookEvents events, EsignAccounts accounts, EsignAccountsConfig config,
            @All List<WebhookListener> listeners) {
        this.events = events;
        this.accounts = accounts;
        this.config = config.webhook();
        this.listeners = listeners;
        this.reader = new WebhookReader(this.config.maxDepth());
        this.recent = new RecentMessages(this.config.duplicates().window(), this.config.duplicates().max(), System::nanoTime);
    }

    /** Takes a message about an account. Blocks as long as synchronous observers do, unless the session is to be read first. */
    Taken take(String account, byte[] body) {
        Optional<WebhookMessage> read = reader.read(account, body);
        if (read.isEmpty()) {
            LOG.warn("A webhook message couldn't be read; it was refused");
            count(account, Kind.UNKNOWN, WebhookOutcome.UNREADABLE);
            return Taken.finished(Receipt.UNREADABLE);
        }
        WebhookMessage message = read.get();
        if (!recent.add(message)) {
            LOG.debugf("%s: came before, dropped", message);
            count(message, WebhookOutcome.DUPLICATE);
            return Taken.finished(Receipt.DUPLICATE);
        }
        LOG.debug(message);
        if (config.verify() == Verification.READ_BACK) {
            return new Taken(Receipt.ACCEPTED, () -> readBack(message));
        }
        WebhookEvent event = message.event(Check.NOT_CHECKED);
        try {
            events.fire(event);
        } catch (RuntimeException failure) {
            recent.remove(message);
            LOG.errorf(failure, "An observer of %s failed", event);
            count(message, WebhookOutcome.OBSERVER_FAILED);
            return Taken.finished(Receipt.FAILED);
        }
        count(message, WebhookOutcome.TOLD);
        return new Taken(Receipt.ACCEPTED, () -> events.fireAsync(event));
    }

    private void readBack(WebhookMessage message) {
        Uni.createFrom()
                .deferred(() -> new ReadBack(accounts.get(message.account()).reactiveSessions(), config.readBackDelay())
                        .check(message))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure().invoke(failure -> LOG.warnf("%s: the session couldn't be read back (%s)", message,
                        failure.getClass().getSimpleName()))
                .onFailure().recoverWithItem(Plausibility.UNDECIDED)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .subscribe().with(plausibility -> decided(message, plausibility));
    }

    private void decided(WebhookMessage message, Plausibility plausibility) {
        if (plausibility == Plausibility.CONTRADICTED) {
            recent.remove(message);
            LOG.warnf("%s: the session contradicts it; dropped", message);
            count(message, WebhookOutcome.CONTRADICTED);
            return;
        }
        WebhookEvent event = message
                .event(plausibility == Plausibility.CONFIRMED ? Check.CONFIRMED : Check.UNDECIDED);
        try {
            events.fire(event);
            count(message, WebhookOutcome.TOLD);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "An observer of %s failed", event);
            count(message, WebhookOutcome.OBSERVER_FAILED);
        }
        events.fireAsync(event);
    }

    /** Counts a call that got no further. */
    void refused(String account, WebhookOutcome outcome) {
        count(account, Kind.UNKNOWN, outcome);
    }

    private void count(WebhookMessage message, WebhookOutcome outcome) {
        count(message.account(), message.kind(), outcome);
    }

    private void count(String account, Kind kind, WebhookOutcome outcome) {
        listeners.forEach(listener -> listener.received(account, kind.toString(), outcome));
    }
}
