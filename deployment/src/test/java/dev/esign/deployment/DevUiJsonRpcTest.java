package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.devui.tests.DevUIJsonRPCTest;
import io.quarkus.test.QuarkusDevModeTest;

/** What the Dev UI asks for, without a browser. */
class DevUiJsonRpcTest extends DevUIJsonRPCTest {

    private static final int PORT = FreePort.find();

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest()
            .withApplicationRoot(jar -> jar.addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.esign.api-key=marker
                    quarkus.esign.username=kim@example.com
                    """.formatted(PORT)), "application.properties"));

    DevUiJsonRpcTest() {
        super("quarkus-esign", "http://localhost:" + PORT + "/");
    }

    @Test
    void overviewFollowsReloadsAndFaultsAreValidated() throws Exception {
        JsonNode overview = executeJsonRPCMethod("overview");
        assertThat(overview.at("/accounts/0/username").asText()).isEqualTo("kim@example.com");
        assertThat(overview.at("/sandbox/requests").asInt(-1)).isZero();
        assertThat(overview.toString()).doesNotContain("marker");

        APPLICATION.modifyResourceFile("application.properties",
                settings -> settings + "quarkus.esign.username=lee@example.com\n");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/")).build(),
                BodyHandlers.discarding());
        assertThat(executeJsonRPCMethod("overview").at("/accounts/0/username").asText()).isEqualTo("lee@example.com");
        assertThat(executeJsonRPCMethod("addFault", Map.of("kind", "OTHER")).path("problem").asText())
                .contains("NOT_READY");
        assertThat(executeJsonRPCMethod("addFault", Map.of("kind", "NOT_READY", "method", "CreateSession", "next", 1))
                .path("problem").asText()).contains("StartSession");
    }
}
