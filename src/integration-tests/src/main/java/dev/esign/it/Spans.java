package dev.esign.it;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** Where spans are exported to. */
@Path("spans")
@Singleton
public class Spans implements SpanExporter {

    private final Queue<String> spans = new ConcurrentLinkedQueue<>();

    /** @return one line for each span: its name and attributes */
    @GET
    public String all() {
        return String.join("\n", spans);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
        ended.forEach(span -> spans.add(span.getName() + " " + span.getAttributes().asMap()));
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
