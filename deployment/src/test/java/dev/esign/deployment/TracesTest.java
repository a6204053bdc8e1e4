package dev.esign.deployment;

import static dev.esign.deployment.WebhookCaller.PATH;
import static dev.esign.deployment.WebhookCaller.SECRET;
import static dev.esign.deployment.WebhookCaller.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.esign.EsignAccounts;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.deployment.TraceCollector.Span;
import dev.esign.model.SessionId;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** With everything there is to watch an application with, the exported spans tell of calls and of no secret. */
class TracesTest {

    private static final RecordingServer SERVER = PlantedSecrets.SERVER;
    private static final RecordingServer OFFICE_SERVER = PlantedSecrets.OFFICE_SERVER;
    private static final String OFFICE_SECRET = "webhook-secret-of-office";
    private static final TraceCollector COLLECTOR = TraceCollector.shared();
    private static final int SERVER_SPAN = 2;
    private static final int CLIENT_SPAN = 3;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, PlantedSecrets.class,
                    WebhookCaller.class, TraceCollector.class, Span.class))
            .setForcedDependencies(Stream
                    .of("quarkus-rest-deployment", "quarkus-opentelemetry-deployment", "quarkus-smallrye-health-deployment",
                            "quarkus-micrometer-registry-prometheus-deployment")
                    .map(artifact -> Dependency.of("io.quarkus", artifact, Version.getVersion())).toList())
            .overrideConfigKey("quarkus.otel.exporter.otlp.endpoint", COLLECTOR.url())
            .overrideConfigKey("quarkus.otel.exporter.otlp.protocol", "http/protobuf")
            .overrideConfigKey("quarkus.otel.bsp.schedule.delay", "0.1S")
            .overrideConfigKey("quarkus.esign.health.enabled", "true")
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "PLANTED-encrypted-key")
            .overrideConfigKey("quarkus.esign.salt", PlantedSecrets.SALT)
            .overrideConfigKey("quarkus.esign.username", PlantedSecrets.OWNER)
            .overrideConfigKey("quarkus.esign.office.url", OFFICE_SERVER.url())
            .overrideConfigKey("quarkus.esign.office.api-key", PlantedSecrets.OFFICE_API_KEY)
            .overrideConfigKey("quarkus.esign.office.salt", PlantedSecrets.OFFICE_SALT)
            .overrideConfigKey("quarkus.esign.office.username", PlantedSecrets.OFFICE_OWNER)
            .overrideConfigKey("quarkus.esign.office.webhook.secrets", OFFICE_SECRET)
            .overrideConfigKey("quarkus.esign.return-url", "https://www.example.com/")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "0.1S")
            .overrideConfigKey("quarkus.esign.start.delay", "0S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.2S")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET);

    /** The application's own work, of which calls of eSign are a part. */
    @Path("work")
    public static class Work {

        @Inject
        EsignAccounts accounts;

        @GET
        @Path("blocking/{account}")
        public String blocking(@RestPath String account) {
            accounts.get(account).sessions().start(SessionId.of(RecordingServer.SESSION_ID));
            return "started";
        }

        @GET
        @Path("reactive/{account}")
        public Uni<String> reactive(@RestPath String account) {
            return accounts.get(account).reactiveSessions().start(SessionId.of(RecordingServer.SESSION_ID))
                    .replaceWith("started");
        }
    }

    @Inject
    PlantedSecrets secrets;

    private final WebhookCaller caller = new WebhookCaller();

    @BeforeEach
    void forget() {
        SERVER.reset();
        OFFICE_SERVER.reset();
        COLLECTOR.reset();
    }

    @ParameterizedTest
    @CsvSource({ "blocking, <default>", "reactive, <default>", "blocking, office", "reactive, office" })
    void aStartIsSeenWithItsWaitsAndTriesInTheCallersTrace(String style, String account) {
        RecordingServer server = account.equals(PlantedSecrets.OFFICE) ? OFFICE_SERVER : SERVER;
        server.answer("start", RecordingServer.refused("no tags yet"));
        assertThat(caller.get("/work/" + style + "/" + URLEncoder.encode(account, StandardCharsets.UTF_8)).body())
                .isEqualTo("started");

        Span work = awaited("GET /work/" + style + "/{account}");
        Span start = inTraceOf(work, "start session").get(0);
        assertThat(start.parentId()).isEqualTo(work.id());
        assertThat(start.attributes()).containsEntry("esign.session.id", RecordingServer.SESSION_ID)
                .containsEntry("esign.start.tries", "2").containsEntry("esign.outcome", "success")
                .containsEntry("esign.start.delay_ms", "0").containsEntry("esign.account", account);
        assertThat(Long.parseLong(start.attributes().get("esign.start.waiting_ms"))).isBetween(200L, 5_000L);

        List<Span> tries = inTraceOf(work, "StartSession");
        assertThat(tries).hasSize(2).allSatisfy(call -> {
            assertThat(call.parentId()).isEqualTo(start.id());
            assertThat(call.kind()).isEqualTo(CLIENT_SPAN);
            assertThat(call.attributes()).containsEntry("http.request.method", "PUT")
                    .containsEntry("url.template", "/rest/v1/sessions/{signingSessionId}/start")
                    .containsEntry("server.address", "127.0.0.1").containsEntry("http.response.status_code", "200")
                    .containsEntry("server.port", String.valueOf(server.port())).containsEntry("esign.account", account);
        });
        assertThat(tries)
                .extracting(call -> call.attributes().get("esign.start.try") + call.attributes().get("esign.outcome"))
                .containsExactly("1not-ready", "2success");

        // What is asked for on behalf of a call belongs to it, on whatever thread it is asked for.
        assertThat(inTraceOf(work, "GetToken")).extracting(Span::parentId)
                .isSubsetOf(COLLECTOR.spans().stream().map(Span::id).toList())
                .containsAll(tries.stream().map(Span::id).toList());
    }

    @Test
    void noSpanAndNoMeterShowsASecret() {
        assertThat(secrets.use()).isNotEmpty();
        caller.post(PATH, status("SessionStatus", 3, RecordingServer.SESSION_ID));
        caller.post("/esign//./webhook/" + SECRET, "");
        caller.post(PATH + "/more", "");
        caller.post("/esign/webhook/" + OFFICE_SECRET, status("SessionStatus", 3, RecordingServer.SESSION_ID));
        caller.get(PATH);
        caller.get("/work/unknown");

        await().until(() -> COLLECTOR.text().contains("/work/unknown"));
        assertThat(COLLECTOR.spans()).extracting(Span::name).contains("CreateSession", "EncryptString", "CreateUser");
        assertThat(COLLECTOR.spans()).extracting(span -> span.attributes().get("esign.account")).contains("<default>",
                "office");
        assertThat(COLLECTOR.spans().stream().filter(span -> PlantedSecrets.show(span.toString()))).isEmpty();
        assertThat(PlantedSecrets.show(COLLECTOR.text())).isFalse();
        assertThat(COLLECTOR.text()).contains("/esign/webhook/{secret}").doesNotContain(SECRET, OFFICE_SECRET);
        assertThat(COLLECTOR.spans()).filteredOn(span -> span.kind() == SERVER_SPAN)
                .extracting(span -> span.attributes().get("url.path"))
                .contains("/esign/webhook/{secret}", "/work/unknown");

        String meters = caller.get("/q/metrics").body();
        assertThat(meters).contains("esign_calls_seconds_count").doesNotContain(SECRET, OFFICE_SECRET);
        assertThat(PlantedSecrets.show(meters)).isFalse();
        assertThat(caller.get("/q/health/ready").body()).contains("eSign token");
    }

    private static Span awaited(String name) {
        return await().until(() -> COLLECTOR.spans().stream().filter(span -> span.name().equals(name)).findFirst(),
                Optional::isPresent).orElseThrow();
    }

    private static List<Span> inTraceOf(Span span, String name) {
        return COLLECTOR.spans().stream().filter(other -> other.traceId().equals(span.traceId()) && other.name().equals(name))
                .toList();
    }
}
