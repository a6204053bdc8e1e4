package dev.esign.service.openapi;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.arc.profile.IfBuildProfile;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The OpenAPI document of the packaged service, which is the one that is kept with the guides: what never changes needn't be
 * made anew at each start. In dev mode and in tests Quarkus makes it of the resources.
 */
@Singleton
@IfBuildProfile("prod")
class PackagedDescription {

    private static final String FILE = "/esign-service-openapi.yaml";
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";

    void register(@Observes Router router) {
        router.get("/q/openapi").blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        boolean asJson = "json".equalsIgnoreCase(context.request().getParam("format"))
                || accepted != null && accepted.contains(JSON);
        try (InputStream kept = PackagedDescription.class.getResourceAsStream(FILE)) {
            byte[] document = kept.readAllBytes();
            context.response().putHeader(HttpHeaders.CONTENT_TYPE, (asJson ? JSON : YAML) + ";charset=UTF-8")
                    .end(Buffer.buffer(asJson ? toJson(document) : document));
        } catch (IOException unreadable) {
            context.fail(unreadable);
        }
    }

    private static byte[] toJson(byte[] yaml) throws IOException {
        return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
    }
}
