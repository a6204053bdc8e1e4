package dev.esign.runtime.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/**
 * OpenTelemetry's spans of calls and starts. A call for a token belongs to the call that needs it, a try to its start, and both
 * to whatever the caller is in. No span has an address, a header, a body or an exception. Made a bean only where OpenTelemetry
 * is.
 */
public class CallSpans implements CallObserver {

    private final Tracer tracer;

    CallSpans(OpenTelemetry openTelemetry) {
        tracer = openTelemetry.getTracer("dev.esign");
    }

    @Override
    public void begun(ObservedCall call) {
        Context parent = call.parent().flatMap(outer -> outer.attached(Context.class))
                .or(() -> call.start().flatMap(start -> start.attached(Context.class)))
                .orElseGet(Context::current);
        Span span = tracer.spanBuilder(call.operation().documentedName()).setSpanKind(SpanKind.CLIENT).setParent(parent)
                .setAttribute("esign.account", call.account()).startSpan();
        call.sessionId().ifPresent(id -> span.setAttribute("esign.session.id", id.value()));
        call.start().ifPresent(start -> span.setAttribute("esign.start.try", start.tries() + 1L));
        call.attach(parent.with(span));
    }

    @Override
    public void ended(ObservedCall call) {
        call.attached(Context.class).map(Span::fromContext).ifPresent(span -> {
            call.method().ifPresent(method -> span.setAttribute("http.request.method", method));
            call.template().ifPresent(template -> span.setAttribute("url.template", template));
            call.server().ifPresent(server -> {
                span.setAttribute("server.address", server.getHost());
                if (server.getPort() >= 0) {
                    span.setAttribute("server.port", server.getPort());
                }
            });
            call.httpStatus().ifPresent(status -> span.setAttribute("http.response.status_code", status));
            call.bytesReceived().ifPresent(bytes -> span.setAttribute("http.response.body.size", bytes));
            span.setAttribute("http.request.body.size", call.bytesSent());
            span.setAttribute("esign.tries", call.tries());
            end(span, call);
        });
    }

    @Override
    public void begun(ObservedStart start) {
        Context parent = Context.current();
        Span span = tracer.spanBuilder("start session").setParent(parent).setAttribute("esign.account", start.account())
                .setAttribute("esign.session.id", start.sessionId().value()).startSpan();
        start.attach(parent.with(span));
    }

    @Override
    public void ended(ObservedStart start) {
        start.attached(Context.class).map(Span::fromContext).ifPresent(span -> {
            span.setAttribute("esign.start.delay_ms", start.delay().toMillis());
            span.setAttribute("esign.start.waiting_ms", start.waiting().toMillis());
            span.setAttribute("esign.start.tries", start.tries());
            end(span, start);
        });
    }

    private static void end(Span span, Observed observed) {
        span.setAttribute("esign.outcome", observed.outcome().toString());
        if (observed.outcome() != CallOutcome.SUCCESS) {
            span.setAttribute("error.type", observed.outcome().toString());
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
