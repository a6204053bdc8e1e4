package dev.esign.service.operation;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Tells browsers to be careful with everything that comes from here. */
@Singleton
class SecurityHeaders {

    private static final String QUARKUS_OWN_PAGES = "/q/";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String policy;

    SecurityHeaders(HeadersConfig config) {
        policy = config.contentSecurityPolicy();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        config.strictTransportSecurity().ifPresent(value -> headers.put("Strict-Transport-Security", value));
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FilterPriorities.HEADERS);
    }

    private void add(RoutingContext context) {
        MultiMap response = context.response().headers();
        response.addAll(headers);
        // The pages of dev mode have scripts inside.
        if (!LaunchMode.current().isDevOrTest() || !context.normalizedPath().startsWith(QUARKUS_OWN_PAGES)) {
            response.set("Content-Security-Policy", policy);
        }
        context.addHeadersEndHandler(sending -> {
            if (!response.contains("Cache-Control")) {
                response.set("Cache-Control", "no-store");
            }
        });
        context.next();
    }
}
