package dev.esign.runtime.observe;

import java.util.OptionalInt;
import java.util.OptionalLong;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.model.SessionId;

/**
 * A line for each call of eSign, at DEBUG in the category {@value #CATEGORY}. It shows no address, header or body, so that
 * neither secrets nor personal data can be in it.
 */
@Singleton
class RequestLog implements CallObserver {

    static final String CATEGORY = "dev.esign.requests";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    @Override
    public void ended(ObservedCall call) {
        if (LOG.isDebugEnabled()) {
            LOG.debugf("%s account=%s session=%s outcome=%s status=%s tries=%d time=%dms sent=%dB received=%sB",
                    call.operation(), call.account(), call.sessionId().map(SessionId::value).orElse("-"), call.outcome(),
                    text(call.httpStatus()), call.tries(), call.duration().toMillis(), call.bytesSent(),
                    text(call.bytesReceived()));
        }
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "-";
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "-";
    }
}
