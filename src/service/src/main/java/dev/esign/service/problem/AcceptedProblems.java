package dev.esign.service.problem;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes callers that accept problem documents for such that accept JSON. Generated clients name nothing else where the OpenAPI
 * document describes no other body.
 */
@Singleton
class AcceptedProblems {

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(AcceptedProblems::widen);
    }

    private static void widen(RoutingContext context) {
        MultiMap headers = context.request().headers();
        String accepted = String.join(", ", headers.getAll(HttpHeaders.ACCEPT));
        if (accepted.contains(Problem.MEDIA_TYPE)) {
            headers.set(HttpHeaders.ACCEPT, accepted + ", " + MediaType.APPLICATION_JSON);
        }
        context.next();
    }
}
