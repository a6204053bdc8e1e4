package dev.esign.runtime.observe;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.esign.FailedCall;
import dev.esign.Operation;
import dev.esign.model.SessionId;

/**
 * A call of eSign as observers see it: from the moment it is wanted until it has ended, with all its tries. Holds nothing of
 * what is sent but its size. Thread-safe.
 */
public final class ObservedCall extends Observed {

    private static final long UNKNOWN = -1;

    private final FailedCall call;
    private final ObservedCall parent;
    private final ObservedStart start;
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong(UNKNOWN);
    private volatile Integer httpStatus;
    private volatile String method;
    private volatile String template;
    private volatile URI server;

    ObservedCall(FailedCall call, ObservedCall parent, ObservedStart start) {
        super(call.account());
        this.call = call;
        this.parent = parent;
        this.start = start;
    }

    /** @return what is called */
    public Operation operation() {
        return call.operation();
    }

    /** @return the session that the call is about */
    public Optional<SessionId> sessionId() {
        return Optional.ofNullable(call.sessionId());
    }

    /** @return the call on whose behalf this one is made, which is for a token then */
    public Optional<ObservedCall> parent() {
        return Optional.ofNullable(parent);
    }

    /** @return the start that this call is a try of */
    public Optional<ObservedStart> start() {
        return Optional.ofNullable(start);
    }

    /** @return how many requests were made */
    public int tries() {
        return tries.get();
    }

    /** @return the bytes of the bodies that were sent, over all tries */
    public long bytesSent() {
        return sent.get();
    }

    /** @return the bytes of the latest answer, if they are known */
    public OptionalLong bytesReceived() {
        long bytes = received.get();
        return bytes == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    /** @return the HTTP verb of the requests; empty before one is about to be sent */
    public Optional<String> method() {
        return Optional.ofNullable(method);
    }

    /** @return the template of the address, such as {@code /rest/v1/sessions/{sessionId}}; empty when there is none */
    public Optional<String> template() {
        return Optional.ofNullable(template).filter(text -> text.length() > 1);
    }

    /** @return scheme, host and port that the requests go to; empty before one is about to be sent */
    public Optional<URI> server() {
        return Optional.ofNullable(server);
    }

    /** @return the HTTP status of the latest answer */
    public OptionalInt httpStatus() {
        Integer status = httpStatus;
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    void requested(String method, String template, URI address) {
        tries.incrementAndGet();
        this.method = method;
        this.template = template;
        this.server = address.resolve("/");
    }

    void sent(long bytes) {
        sent.addAndGet(bytes);
    }

    void answered(int status, long bytes) {
        httpStatus = status;
        received.set(bytes);
    }

    @Override
    public String toString() {
        return call.operation().toString();
    }
}
