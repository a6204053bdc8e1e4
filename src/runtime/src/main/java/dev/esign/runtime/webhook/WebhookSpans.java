package dev.esign.runtime.webhook;

import java.net.URI;
import java.net.URISyntaxException;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Takes the secret out of the spans that Quarkus makes of webhook calls, whoever answers them. Made a bean only where
 * OpenTelemetry is. Thread-safe.
 */
public class WebhookSpans implements SpanProcessor {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    private final String webhook;

    WebhookSpans(WebhookFixedConfig address,
            @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String rootPath) {
        webhook = address.pathBelow(rootPath);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        String path = span.getAttribute(PATH);
        if (path != null && normal(path).startsWith(webhook + "/")) {
            span.setAttribute(PATH, webhook + "/{" + WebhookRecorder.SECRET + "}");
        }
    }

    /** Without the detours that the router also understands. */
    private static String normal(String path) {
        try {
            return new URI(null, null, path.replaceAll("/+", "/"), null).normalize().getPath();
        } catch (URISyntaxException unreadable) {
            return path;
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
