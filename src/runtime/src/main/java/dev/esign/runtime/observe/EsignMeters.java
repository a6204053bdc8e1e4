package dev.esign.runtime.observe;

import dev.esign.Operation;
import dev.esign.runtime.webhook.WebhookListener;
import dev.esign.runtime.webhook.WebhookOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Micrometer's meters of calls, starts and webhook messages. Made a bean only where Micrometer is. */
public class EsignMeters implements CallObserver, WebhookListener {

    private static final String ACCOUNT = "account";
    private static final String OPERATION = "operation";
    private static final String OUTCOME = "outcome";

    private final MeterProvider<Timer> calls;
    private final MeterProvider<DistributionSummary> tries;
    private final MeterProvider<Counter> sent;
    private final MeterProvider<Counter> received;
    private final MeterProvider<Counter> tokens;
    private final MeterProvider<Timer> starts;
    private final MeterProvider<Timer> startWaiting;
    private final MeterProvider<DistributionSummary> startTries;
    private final MeterProvider<Counter> webhookMessages;

    EsignMeters(MeterRegistry registry) {
        calls = Timer.builder("esign.calls").description("Calls of eSign, from being wanted to their end")
                .withRegistry(registry);
        tries = DistributionSummary.builder("esign.call.tries").description("Requests that a call took").withRegistry(registry);
        sent = Counter.builder("esign.sent").description("What bodies of requests had").baseUnit("bytes")
                .withRegistry(registry);
        received = Counter.builder("esign.received").description("What answers announced").baseUnit("bytes")
                .withRegistry(registry);
        tokens = Counter.builder("esign.token.fetches").description("Tokens fetched, or not").withRegistry(registry);
        starts = Timer.builder("esign.starts").description("Starts of sessions, with all their tries and waits")
                .withRegistry(registry);
        startWaiting = Timer.builder("esign.start.waiting")
                .description("What a start waited before its first try and between the others").withRegistry(registry);
        startTries = DistributionSummary.builder("esign.start.tries").description("Calls of StartSession that a start took")
                .withRegistry(registry);
        webhookMessages = Counter.builder("esign.webhook.messages").description("Webhook calls of eSign")
                .withRegistry(registry);
    }

    @Override
    public void ended(ObservedCall call) {
        String operation = call.operation().documentedName();
        String outcome = call.outcome().toString();
        calls.withTags(ACCOUNT, call.account(), OPERATION, operation, OUTCOME, outcome).record(call.duration());
        tries.withTags(ACCOUNT, call.account(), OPERATION, operation).record(call.tries());
        if (call.bytesSent() > 0) {
            sent.withTags(ACCOUNT, call.account(), OPERATION, operation).increment(call.bytesSent());
        }
        call.bytesReceived()
                .ifPresent(bytes -> received.withTags(ACCOUNT, call.account(), OPERATION, operation).increment(bytes));
        if (call.operation() == Operation.GET_TOKEN || call.operation() == Operation.GET_TOKEN_USER_NAME_PASSWORD) {
            tokens.withTags(ACCOUNT, call.account(), OUTCOME, outcome).increment();
        }
    }

    @Override
    public void ended(ObservedStart start) {
        starts.withTags(ACCOUNT, start.account(), OUTCOME, start.outcome().toString()).record(start.duration());
        startWaiting.withTag(ACCOUNT, start.account()).record(start.waiting());
        startTries.withTag(ACCOUNT, start.account()).record(start.tries());
    }

    @Override
    public void received(String account, String type, WebhookOutcome outcome) {
        webhookMessages.withTags(ACCOUNT, account, "type", type, OUTCOME, outcome.toString()).increment();
    }
}
