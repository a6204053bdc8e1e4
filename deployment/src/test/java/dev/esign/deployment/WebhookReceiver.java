package dev.esign.deployment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;

/** Takes webhook calls before anything else in the application does. */
@ApplicationScoped
class WebhookReceiver {

    private final List<String> paths = new CopyOnWriteArrayList<>();

    void routes(@Observes Router router) {
        router.post("/esign/webhook/:secret").order(-1_000).handler(request -> {
            paths.add(request.request().path());
            request.end();
        });
    }

    /** The paths that were called, with their secrets. */
    List<String> paths() {
        return paths;
    }
}
