package dev.esign.runtime.observe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Comes last and notes what is about to be sent: that it is, verb and template of the address, and the bytes of a streamed body
 * while it is
 * sent, since an upload may break off. Thread-safe.
 */
@Singleton
class SendingFilter implements ClientRequestFilter {

    /** Set by Quarkus' REST client where Micrometer or OpenTelemetry is. */
    private static final String TEMPLATE = "UrlPathTemplate";

    @Override
    public void filter(ClientRequestContext request) {
        if (request.getProperty(CallFilter.CALL) instanceof ObservedCall call) {
            call.requested(request.getMethod(), (String) request.getProperty(TEMPLATE), request.getUri());
            if (request.getEntity() instanceof InputStream body) {
                request.setEntity(new Counted(body, call));
            }
        }
    }

    private static final class Counted extends FilterInputStream {

        private final ObservedCall call;

        Counted(InputStream body, ObservedCall call) {
            super(body);
            this.call = call;
        }

        @Override
        public int read() throws IOException {
            int single = super.read();
            if (single >= 0) {
                call.sent(1);
            }
            return single;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                call.sent(count);
            }
            return count;
        }
    }
}
