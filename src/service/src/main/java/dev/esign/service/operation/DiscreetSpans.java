package dev.esign.service.operation;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Takes out of spans what callers write into queries, and who they are. Thread-safe. */
@Singleton
class DiscreetSpans implements SpanProcessor {

    private static final String MASK = "***";
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final AttributeKey<String> CLIENT = AttributeKey.stringKey("client.address");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        mask(span, QUERY);
        mask(span, CLIENT);
    }

    private static void mask(ReadWriteSpan span, AttributeKey<String> attribute) {
        if (span.getAttribute(attribute) != null) {
            span.setAttribute(attribute, MASK);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Nothing can be changed any more.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
