package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.RecordingServer.Request;
import io.quarkus.test.QuarkusUnitTest;

/** With every logger at its most talkative, calls are told of and no secret is. */
class LogsTest {

    private static final RecordingServer SERVER = PlantedSecrets.SERVER;
    private static final RecordingServer OFFICE_SERVER = PlantedSecrets.OFFICE_SERVER;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, PlantedSecrets.class))
            .overrideConfigKey("quarkus.log.min-level", "TRACE")
            .overrideConfigKey("quarkus.log.level", "TRACE")
            .overrideConfigKey("quarkus.log.console.level", "WARN")
            .overrideConfigKey("quarkus.rest-client.logging.scope", "all")
            .overrideConfigKey("quarkus.rest-client.logging.body-limit", "100000")
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.api-key", PlantedSecrets.API_KEY)
            .overrideConfigKey("quarkus.esign.salt", PlantedSecrets.SALT)
            .overrideConfigKey("quarkus.esign.username", PlantedSecrets.OWNER)
            .overrideConfigKey("quarkus.esign.office.url", OFFICE_SERVER.url())
            .overrideConfigKey("quarkus.esign.office.api-key", PlantedSecrets.OFFICE_API_KEY)
            .overrideConfigKey("quarkus.esign.office.salt", PlantedSecrets.OFFICE_SALT)
            .overrideConfigKey("quarkus.esign.office.username", PlantedSecrets.OFFICE_OWNER)
            .overrideConfigKey("quarkus.esign.return-url", "https://www.example.com/")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "0.1S")
            .overrideConfigKey("quarkus.esign.start.delay", "0S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.1S")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .setLogRecordPredicate(record -> true)
            .assertLogRecords(LogsTest::tellOfCallsButOfNoSecret);

    @Inject
    PlantedSecrets secrets;

    @Test
    @Shows("quarkus.esign.api-key")
    void neitherResultsNorExceptionsShowASecret() {
        List<String> seen = secrets.use();

        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(seen.stream().filter(PlantedSecrets::show)).isEmpty();
        // The secrets were there to be seen.
        assertThat(SERVER.requests("encrypt").get(0).target()).contains(PlantedSecrets.API_KEY, PlantedSecrets.SALT);
        assertThat(OFFICE_SERVER.requests("encrypt").get(0).target()).contains(PlantedSecrets.OFFICE_API_KEY,
                PlantedSecrets.OFFICE_SALT);
        for (RecordingServer server : List.of(SERVER, OFFICE_SERVER)) {
            assertThat(server.requests("gettoken")).extracting(request -> request.headers().get("authorization"))
                    .contains("PLANTED-cipher-text");
            assertThat(server.requests("create").get(0).body()).contains("80,76,65,78,84,69,68", "PLANTED-signer-password",
                    "PLANTED-session-password", "PLANTED-Lovelace", "PLANTED-signer@example.com");
            assertThat(server.requests("create").get(0).headers().get("authorization")).startsWith("PLANTED-token");
        }
    }

    private static void tellOfCallsButOfNoSecret(List<LogRecord> records) {
        PatternFormatter formatter = new PatternFormatter("%c %s%e");
        List<String> lines = records.stream().map(formatter::format).toList();

        assertThat(lines.stream().filter(PlantedSecrets::show)).isEmpty();
        assertThat(lines.stream().filter(line -> line.startsWith("io.netty.handler.logging"))).isEmpty();
        assertThat(lines).anyMatch(line -> line.contains("DOCUMENT_BROKEN"));
        tellOfCalls(lines, "<default>", SERVER);
        tellOfCalls(lines, PlantedSecrets.OFFICE, OFFICE_SERVER);
    }

    private static void tellOfCalls(List<String> lines, String account, RecordingServer server) {
        String by = " account=" + account + " session=";
        for (String line : List.of(
                "CreateSession" + by + "- outcome=success status=200 tries=1 time=\\d+ms sent=\\d{3}B received=\\d+B",
                "GetSession" + by + RecordingServer.SESSION_ID + " outcome=authentication status=200 tries=2 .*",
                "GetSession" + by + ".* outcome=unavailable status=500 tries=1 .*",
                "GetSession" + by + ".* outcome=authentication status=- tries=0 .*",
                "StartSession" + by + ".* outcome=not-ready .*",
                "GetLandingURL" + by + ".* status=200 tries=1 .*")) {
            assertThat(lines).anySatisfy(logged -> assertThat(logged).matches("dev\\.esign\\.requests " + line));
        }
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).endsWith("Request: GET " + server.url()
                        + "/rest/v1/encrypt/***/***, Content-Type[application/json], Body of 0 bytes"))
                .anySatisfy(line -> assertThat(line)
                        .contains("Response: GET " + server.url() + "/rest/v1/gettoken/***, Status[200]"));
    }
}
