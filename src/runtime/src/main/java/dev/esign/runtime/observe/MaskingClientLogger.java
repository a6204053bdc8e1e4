package dev.esign.runtime.observe;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.ClientLogger;
import org.jboss.resteasy.reactive.client.logging.DefaultClientLogger;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;

/**
 * Stands in for the logger of Quarkus' REST client, in its category, and shows no secret: addresses are masked, and of headers
 * and bodies there are types and lengths only. Thread-safe.
 */
final class MaskingClientLogger implements ClientLogger {

    private static final Logger LOG = Logger.getLogger(DefaultClientLogger.class);

    /** No body is shown. */
    @Override
    public void setBodySize(int bodySize) {
    }

    @Override
    public void logRequest(HttpClientRequest request, Buffer body, boolean omitBody) {
        LOG.infof("Request: %s %s, Content-Type[%s], Body of %s bytes", request.getMethod(),
                MaskedAddress.of(request.absoluteURI()), request.headers().get(HttpHeaders.CONTENT_TYPE),
                body == null ? "0" : String.valueOf(body.length()));
    }

    @Override
    public void logResponse(HttpClientResponse response, boolean redirect) {
        LOG.infof("%s: %s %s, Status[%d], Content-Type[%s], Body of %s bytes", redirect ? "Redirect" : "Response",
                response.request().getMethod(), MaskedAddress.of(response.request().absoluteURI()), response.statusCode(),
                response.getHeader(HttpHeaders.CONTENT_TYPE), response.getHeader(HttpHeaders.CONTENT_LENGTH));
    }
}
