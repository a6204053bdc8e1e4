package dev.esign.service.upload;

import jakarta.inject.Singleton;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Speaks HTTP/1.1 where there is no TLS. A request that asks to change to HTTP/2 on the way, as Java's own client does by
 * default, has its body gathered on the heap before anybody reads it, however large it is.
 */
@Singleton
class PlainHttp implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
