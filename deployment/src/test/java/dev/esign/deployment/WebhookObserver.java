package dev.esign.deployment;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import dev.esign.EsignAccount;
import dev.esign.event.SessionStatusChanged;
import dev.esign.event.SignerStatusChanged;
import dev.esign.event.WebhookEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** An application that wants to know, in both styles. */
@Singleton
class WebhookObserver {

    final BlockingQueue<WebhookEvent> events = new LinkedBlockingQueue<>();
    final BlockingQueue<WebhookEvent> later = new LinkedBlockingQueue<>();
    final BlockingQueue<WebhookEvent> eventsOfNorth = new LinkedBlockingQueue<>();
    final BlockingQueue<WebhookEvent> laterOfNorth = new LinkedBlockingQueue<>();
    final AtomicReference<Runnable> sessionWork = new AtomicReference<>(() -> {
    });
    final AtomicReference<Runnable> laterWork = new AtomicReference<>(() -> {
    });

    void reset() {
        events.clear();
        later.clear();
        eventsOfNorth.clear();
        laterOfNorth.clear();
        sessionWork.set(() -> {
        });
        laterWork.set(() -> {
        });
    }

    void session(@Observes SessionStatusChanged event) {
        if (!Infrastructure.canCallerThreadBeBlocked()) {
            throw new IllegalStateException("an observer on an event loop");
        }
        sessionWork.get().run();
        events.add(event);
    }

    void signer(@Observes SignerStatusChanged event) {
        events.add(event);
    }

    void any(@ObservesAsync WebhookEvent event) {
        laterWork.get().run();
        later.add(event);
    }

    void ofNorth(@Observes @EsignAccount("north") WebhookEvent event) {
        eventsOfNorth.add(event);
    }

    void laterOfNorth(@ObservesAsync @EsignAccount("north") WebhookEvent event) {
        laterOfNorth.add(event);
    }

    static WebhookEvent next(BlockingQueue<WebhookEvent> queue) {
        try {
            WebhookEvent event = queue.poll(5, TimeUnit.MINUTES);
            if (event == null) {
                throw new AssertionError("no event came");
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
