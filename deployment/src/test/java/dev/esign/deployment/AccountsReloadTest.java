package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.ext.web.Router;

/** In dev mode a changed setting of an account holds from the next request on, and a new account works at once. */
class AccountsReloadTest {

    private static final RecordingServer A = RecordingServer.shared("a-");
    private static final RecordingServer B = RecordingServer.shared("b-");
    private static final int PORT = FreePort.find();
    private static final String SETTINGS = "quarkus.http.port=" + PORT + "\n"
            + account("url", A.url()) + account("encrypted-api-key", "cipher-one") + account("salt", "salt")
            + account("username", "a@example.com");

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addClasses(Office.class)
                    .addAsResource(new StringAsset(SETTINGS), "application.properties"));

    @Test
    void changedAndNewAccountsWorkAfterAReload() throws Exception {
        A.reset();
        B.reset();
        assertThat(ask("brokerage-a")).isEqualTo("T");
        assertThat(A.requests()).extracting(Request::operation).containsExactly("gettoken", "get");

        APPLICATION.modifyResourceFile("application.properties",
                settings -> settings.replace(A.url(), B.url()).replace("cipher-one", "cipher-two"));

        assertThat(ask("brokerage-a")).isEqualTo("T");
        assertThat(A.requests()).hasSize(2);
        assertThat(B.requests("gettoken")).singleElement()
                .satisfies(request -> assertThat(request.headers()).containsEntry("authorization", "cipher-two"));

        assertThat(ask("brokerage-b")).contains("there is no eSign account 'brokerage-b'");
        APPLICATION.modifyResourceFile("application.properties",
                settings -> settings + "quarkus.esign.\"brokerage-b\".timeout=30S\n");

        assertThat(ask("brokerage-b")).isEqualTo("from the sandbox");
    }

    private static String account(String member, String value) {
        return "quarkus.esign.\"brokerage-a\"." + member + "=" + value + "\n";
    }

    private static String ask(String account) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/" + account)).build(),
                BodyHandlers.ofString()).body();
    }

    @ApplicationScoped
    static class Office {

        @Inject
        @EsignAccount("brokerage-a")
        SigningSessions sessions;

        @Inject
        EsignAccounts accounts;

        void routes(@Observes Router router) {
            router.get("/brokerage-a").blockingHandler(request -> request
                    .end(sessions.get(SessionId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7")).title().orElse("")), false);
            router.get("/brokerage-b").blockingHandler(request -> {
                try {
                    SigningSessions others = accounts.get("brokerage-b").sessions();
                    request.end(others.get(others.create(NewSession.titled("from the sandbox").build())).title().orElse(""));
                } catch (IllegalArgumentException unknown) {
                    request.end(unknown.getMessage());
                }
            }, false);
        }
    }
}
