package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.NotFoundException;
import dev.esign.SigningSessions;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.ext.web.Router;

/** The sandbox of dev mode goes on over live reloads, and is replaced when its own settings change. */
class DevServiceReloadTest {

    private static final int PORT = FreePort.find();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(Office.class)
                    .addAsResource(new StringAsset("quarkus.http.port=" + PORT + "\n"), "application.properties"));

    @TempDir
    Path directory;

    @Test
    void sandboxSurvivesReloadsUntilItsSettingsChange() throws Exception {
        String sandbox = ask("sandbox");
        String session = ask("create");
        assertThat(ask("title/" + session)).isEqualTo("Offer");

        set("quarkus.esign.start.delay=1S");
        assertThat(ask("title/" + session)).isEqualTo("Offer");
        assertThat(ask("sandbox")).isEqualTo(sandbox);

        set("quarkus.esign.devservices.token-lifetime=30S");
        assertThat(ask("title/" + session)).isEqualTo("not found");
        assertThat(ask("sandbox")).isNotEqualTo(sandbox);
        assertThat(isReached(sandbox)).as("the sandbox from before").isFalse();
    }

    @Test
    void newSandboxResumesFromItsDirectory() throws Exception {
        set("quarkus.esign.devservices.directory=" + directory);
        String sandbox = ask("sandbox");
        String session = ask("create");

        set("quarkus.esign.devservices.token-lifetime=30S");
        assertThat(ask("title/" + session)).isEqualTo("Offer");
        assertThat(ask("sandbox")).isNotEqualTo(sandbox);
        assertThat(Files.list(directory)).isNotEmpty();
    }

    private static void set(String setting) {
        APPLICATION.modifyResourceFile("application.properties", settings -> settings + setting + "\n");
    }

    private static boolean isReached(String url) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url + "/_sandbox")).build(),
                    BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private static String ask(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/" + path)).build(), BodyHandlers.ofString())
                .body();
    }

    @ApplicationScoped
    static class Office {

        @Inject
        SigningSessions sessions;

        @ConfigProperty(name = "quarkus.esign.url")
        String url;

        void routes(@Observes Router router) {
            router.get("/sandbox").handler(request -> request.end(url));
            router.get("/create").blockingHandler(
                    request -> request.end(sessions.create(NewSession.titled("Offer").build()).toString()), false);
            router.get("/title/:id").blockingHandler(request -> {
                try {
                    request.end(sessions.get(SessionId.of(request.pathParam("id"))).title().orElse(""));
                } catch (NotFoundException e) {
                    request.end("not found");
                }
            }, false);
        }
    }
}
