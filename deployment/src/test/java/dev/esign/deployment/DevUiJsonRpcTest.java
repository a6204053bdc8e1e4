package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

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
    void tellsWhatIsThereAndWhatIsWrong() throws Exception {
        JsonNode overview = executeJsonRPCMethod("overview");
        assertThat(overview.at("/accounts/0/username").asText()).isEqualTo("kim@example.com");
        assertThat(overview.at("/sandbox/requests").asInt(-1)).isZero();
        assertThat(overview.toString()).doesNotContain("marker");

        assertThat(executeJsonRPCMethod("addFault", Map.of("kind", "NOT_READY", "method", "CreateSession", "next", 1))
                .path("problem").asText()).contains("StartSession");
    }
}
