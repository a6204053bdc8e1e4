package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static dev.esign.deployment.WebhookCaller.PATH;
import static dev.esign.deployment.WebhookCaller.SECRET;
import static dev.esign.deployment.WebhookCaller.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.esign.EsignAccountSettings;
import dev.esign.EsignAccounts;
import dev.esign.EsignServices;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.deployment.TraceCollector.Span;
import dev.esign.model.SessionId;
import io.quarkus.builder.Version;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/**
 * With everything there is to watch an application with, and every logger at its most talkative: calls can be followed, and no
 * secret gets out, of those by which accounts come to their tokens, and of those by which eSign calls the application.
 */
class ObservabilityTest {

    private static final RecordingServer SERVER = PlantedSecrets.SERVER;
    private static final RecordingServer OFFICE_SERVER = PlantedSecrets.OFFICE_SERVER;
    private static final TraceCollector COLLECTOR = TraceCollector.shared();
    private static final String HOOK = "/esign/webhook/";
    private static final String OFFICE_SECRET = "webhook-secret-of-office";
    private static final String OLD_HOOK = "PLANTED-webhook-secret-of-last-year";
    private static final String HOOK_OF_VAULT = "PLANTED-webhook-secret-of-vault";
    private static final String HOOK_OF_TENANT = "PLANTED-webhook-secret-of-tenant";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new NestedTests()
            .withApplicationRoot(
                    jar -> jar.addClasses(NestedTests.class, Eventually.class, RecordingServer.class, Request.class,
                            PlantedSecrets.class, WebhookCaller.class, WebhookObserver.class, TraceCollector.class, Span.class,
                            CollectedLogs.class))
            .setForcedDependencies(Stream
                    .of("quarkus-rest-deployment", "quarkus-opentelemetry-deployment", "quarkus-smallrye-health-deployment",
                            "quarkus-micrometer-registry-prometheus-deployment")
                    .map(artifact -> Dependency.of("io.quarkus", artifact, Version.getVersion())).toList())
            .setBeforeAllCustomizer(CollectedLogs::begin)
            .setAfterAllCustomizer(CollectedLogs::end)
            .overrideConfigKey("quarkus.otel.exporter.otlp.endpoint", COLLECTOR.url())
            .overrideConfigKey("quarkus.otel.exporter.otlp.protocol", "http/protobuf")
            .overrideConfigKey("quarkus.otel.bsp.schedule.delay", "0.1S")
            .overrideConfigKey("quarkus.log.min-level", "TRACE")
            .overrideConfigKey("quarkus.log.level", "TRACE")
            .overrideConfigKey("quarkus.log.console.level", "ERROR")
            .overrideConfigKey("quarkus.http.access-log.enabled", "true")
            .overrideConfigKey("quarkus.http.access-log.exclude-pattern", "/excluded")
            .overrideConfigKey("quarkus.rest-client.logging.scope", "all")
            .overrideConfigKey("quarkus.rest-client.logging.body-limit", "100000")
            .overrideConfigKey("quarkus.esign.health.enabled", "true")
            .overrideConfigKey("quarkus.esign.health.cache", "0S")
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.api-key", PlantedSecrets.API_KEY)
            .overrideConfigKey("quarkus.esign.salt", PlantedSecrets.SALT)
            .overrideConfigKey("quarkus.esign.username", PlantedSecrets.OWNER)
            .overrideConfigKey("quarkus.esign.return-url", "https://www.example.com/")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "0S")
            .overrideConfigKey("quarkus.esign.start.delay", "0S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.2S")
            .overrideConfigKey("quarkus.esign.start.jitter", "0S")
            .overrideConfigKey("quarkus.esign.operations.invite-urls.method", "GET")
            .overrideConfigKey("quarkus.esign.operations.invite-urls.uri", "rest/v1/invites/{sessionId}")
            .overrideConfigKey("quarkus.esign.wire.sms-phone-member", "Telephone")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET + "," + OLD_HOOK)
            .overrideConfigKey("quarkus.esign.office.url", OFFICE_SERVER.url())
            .overrideConfigKey("quarkus.esign.office.api-key", PlantedSecrets.OFFICE_API_KEY)
            .overrideConfigKey("quarkus.esign.office.salt", PlantedSecrets.OFFICE_SALT)
            .overrideConfigKey("quarkus.esign.office.username", PlantedSecrets.OFFICE_OWNER)
            .overrideConfigKey("quarkus.esign.office.webhook.secrets", OFFICE_SECRET)
            .overrideConfigKey("quarkus.esign.by-encrypted-key.encrypted-api-key", "PLANTED-encrypted-key")
            .overrideConfigKey("quarkus.esign.by-encrypted-key.salt", "PLANTEDsaltOfKey")
            .overrideConfigKey("quarkus.esign.by-encrypted-key.username", "PLANTED-owner@example.com")
            .overrideConfigKey("quarkus.esign.by-password.token.source", "user-password")
            .overrideConfigKey("quarkus.esign.by-password.token.password", "PLANTED-password")
            .overrideConfigKey("quarkus.esign.by-password.salt", "PLANTEDsaltOfPassword")
            .overrideConfigKey("quarkus.esign.by-password.username", "PLANTED-user@example.com")
            .overrideConfigKey("quarkus.esign.by-cipher.token.source", "user-password")
            .overrideConfigKey("quarkus.esign.by-cipher.token.encrypted-password", "PLANTED-encrypted-password")
            .overrideConfigKey("quarkus.esign.by-cipher.salt", "PLANTEDsaltOfCipher")
            .overrideConfigKey("quarkus.esign.by-cipher.username", "PLANTED-user@example.com")
            .overrideConfigKey("quarkus.esign.from-vault.credentials-provider", "vault")
            .overrideConfigKey("quarkus.esign.from-vault.username", "PLANTED-user@example.com")
            .overrideConfigKey("quarkus.esign.from-vault.webhook.secrets", HOOK_OF_VAULT);

    private final WebhookCaller caller = new WebhookCaller();

    @Inject
    PlantedSecrets secrets;

    @Inject
    EsignAccounts accounts;

    /** What is seen when everything there is has been used once, before any other test adds to it. */
    private record Use(List<String> texts, List<Request> requests, List<Request> requestsOfOffice, List<String> meters,
            List<Span> spans, String exported) {
    }

    private static Use use;

    @BeforeEach
    void useEverythingOnce() {
        if (use == null) {
            COLLECTOR.reset();
            List<String> texts = secrets.use();
            for (String path : List.of(PATH, HOOK + OFFICE_SECRET)) {
                caller.post(path, status("SignerStatus", 3, RecordingServer.SESSION_ID));
                caller.post(path, status("SignerStatus", 3, RecordingServer.SESSION_ID));
                caller.post(path, status("Anything", 3, RecordingServer.SESSION_ID));
                caller.post(path + "/more", "");
            }
            caller.get(HOOK + SECRET.substring(1));
            // Messages are counted once their observers are through, which may be after the response: three of each account.
            List<String> meters = await().until(this::meters,
                    seen -> seen.stream().filter(meter -> meter.startsWith("esign_webhook_messages_total")).count() == 7);
            caller.post(PATH, status("SessionStatus", 3, RecordingServer.SESSION_ID));
            caller.post("/esign//./webhook/" + SECRET, "");
            caller.post(PATH, "unreadable");
            caller.post(PATH, " ".repeat(100_000));
            caller.get(PATH);
            caller.get("/excluded");
            caller.get("/work/unknown");
            await().until(() -> COLLECTOR.text().contains("/work/unknown"));
            use = new Use(texts, SERVER.requests(), OFFICE_SERVER.requests(), meters, COLLECTOR.spans(), COLLECTOR.text());
        }
    }

    /** Without comments and the traces of which a value is an example. */
    private List<String> meters() {
        return caller.get("/q/metrics").body().lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst(" # \\{.*", "")).toList();
    }

    private static boolean showsSecret(String text) {
        return PlantedSecrets.show(text) || text.contains(SECRET.substring(1)) || text.contains(OFFICE_SECRET);
    }

    /** Without those of the HTTP client by which the tests call the application. */
    private static List<String> logEntries() {
        return CollectedLogs.entries().stream().filter(entry -> !entry.startsWith("jdk.")).toList();
    }

    /** With every logger at its most talkative, calls are told of and no secret is. */
    @Nested
    class Logs {

        @Test
        void everyCallIsLoggedWithItsOutcome() {
            assertCallsLogged("<default>", SERVER);
            assertCallsLogged(PlantedSecrets.OFFICE, OFFICE_SERVER);
            assertThat(logEntries()).anyMatch(entry -> entry.contains("DOCUMENT_BROKEN"));
        }

        @Test
        void webhookMessagesAndRequestsAreLogged() {
            assertThat(logEntries())
                    .anyMatch(entry -> entry.startsWith("io.quarkus.http.access-log") && entry.contains("/work/unknown"))
                    .anyMatch(entry -> entry
                            .contains("SessionStatus Completed of session " + RecordingServer.SESSION_ID))
                    .noneMatch(entry -> entry.startsWith("io.quarkus.http.access-log") && entry.contains("/excluded"));
        }

        @Test
        void noLogEntryShowsASecret() {
            assertThat(logEntries().stream().filter(ObservabilityTest::showsSecret)).isEmpty();
            assertThat(logEntries().stream().filter(entry -> entry.startsWith("io.netty.handler.logging"))).isEmpty();
        }

        @Test
        void neitherResultsNorExceptionsShowASecret() {
            assertThat(use.texts()).hasSizeGreaterThan(40);
            assertThat(use.texts().stream().filter(PlantedSecrets::show)).isEmpty();
        }

        /** Else, there would be nothing to see. */
        @Test
        void secretsAreSentToEsign() {
            assertThat(of(use.requests(), "encrypt").get(0).target()).contains(PlantedSecrets.API_KEY, PlantedSecrets.SALT);
            assertThat(of(use.requestsOfOffice(), "encrypt").get(0).target()).contains(PlantedSecrets.OFFICE_API_KEY,
                    PlantedSecrets.OFFICE_SALT);
            for (List<Request> requests : List.of(use.requests(), use.requestsOfOffice())) {
                assertThat(of(requests, "gettoken")).extracting(request -> request.headers().get("authorization"))
                        .contains("PLANTED-cipher-text");
                Request create = of(requests, "create").get(0);
                assertThat(create.body()).contains("80,76,65,78,84,69,68", "PLANTED-signer-password",
                        "PLANTED-session-password", "PLANTED-Lovelace", "PLANTED-signer@example.com");
                assertThat(create.headers().get("authorization")).startsWith("PLANTED-token");
            }
        }

        private static List<Request> of(List<Request> requests, String operation) {
            return requests.stream().filter(request -> request.operation().equals(operation)).toList();
        }

        private static void assertCallsLogged(String account, RecordingServer server) {
            List<String> lines = logEntries().stream()
                    .filter(entry -> entry.startsWith("dev.esign.requests ") || entry.contains("/rest/v1/")).toList();
            String by = " account=" + account + " session=";
            for (String line : List.of(
                    "CreateSession" + by + "- outcome=success status=200 tries=1 time=\\d+ms sent=\\d{3}B received=\\d+B",
                    "GetSession" + by + RecordingServer.SESSION_ID + " outcome=authentication status=200 tries=2 .*",
                    "GetSession" + by + ".* outcome=unavailable status=500 tries=1 .*",
                    "GetSession" + by + ".* outcome=authentication status=- tries=0 .*",
                    "StartSession" + by + ".* outcome=not-ready .*",
                    "GetLandingURL" + by + ".* status=200 tries=1 .*")) {
                assertThat(lines).as(line).anyMatch(logged -> logged.matches("dev\\.esign\\.requests " + line));
            }
            assertThat(lines)
                    .anyMatch(line -> line.endsWith("Request: GET " + server.url()
                            + "/rest/v1/encrypt/***/***, Content-Type[application/json], Body of 0 bytes"))
                    .anyMatch(line -> line.contains("Response: GET " + server.url() + "/rest/v1/gettoken/***, Status[200]"));
        }
    }

    /** With everything there is to watch an application with, the exported spans tell of calls and of no secret. */
    @Nested
    class Traces {

        private static final int SERVER_SPAN = 2;
        private static final int CLIENT_SPAN = 3;

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

        @BeforeEach
        void forget() {
            SERVER.reset();
            OFFICE_SERVER.reset();
            COLLECTOR.reset();
        }

        @ParameterizedTest
        @CsvSource({ "blocking, <default>", "reactive, <default>", "blocking, office", "reactive, office" })
        void startHasItsWaitsAndAttemptsInTheTraceOfItsCaller(String style, String account) {
            RecordingServer server = account.equals(PlantedSecrets.OFFICE) ? OFFICE_SERVER : SERVER;
            server.answer("start", RecordingServer.refused("no tags yet"));
            assertThat(caller.get("/work/" + style + "/" + URLEncoder.encode(account, StandardCharsets.UTF_8)).body())
                    .isEqualTo("started");

            Span work = awaited("GET /work/" + style + "/{account}");
            await().until(() -> !inTraceOf(work, "start session").isEmpty() && inTraceOf(work, "StartSession").size() == 2);
            Span start = inTraceOf(work, "start session").get(0);
            assertThat(start.parentId()).isEqualTo(work.id());
            assertThat(start.attributes()).containsEntry("esign.session.id", RecordingServer.SESSION_ID)
                    .containsEntry("esign.start.tries", "2").containsEntry("esign.outcome", "success")
                    .containsEntry("esign.start.delay_ms", "0").containsEntry("esign.account", account);
            assertThat(Long.parseLong(start.attributes().get("esign.start.waiting_ms"))).isGreaterThanOrEqualTo(200L);

            List<Span> attempts = inTraceOf(work, "StartSession");
            assertThat(attempts).hasSize(2).allSatisfy(call -> {
                assertThat(call.parentId()).isEqualTo(start.id());
                assertThat(call.kind()).isEqualTo(CLIENT_SPAN);
                assertThat(call.attributes()).containsEntry("http.request.method", "PUT")
                        .containsEntry("url.template", "/rest/v1/sessions/{signingSessionId}/start")
                        .containsEntry("server.address", "127.0.0.1").containsEntry("http.response.status_code", "200")
                        .containsEntry("server.port", String.valueOf(server.port())).containsEntry("esign.account", account);
            });
            assertThat(attempts)
                    .extracting(call -> call.attributes().get("esign.start.try") + call.attributes().get("esign.outcome"))
                    .containsExactly("1not-ready", "2success");

            // What is asked for on behalf of a call belongs to it, on whatever thread it is asked for.
            await().untilAsserted(() -> assertThat(inTraceOf(work, "GetToken")).extracting(Span::parentId)
                    .isSubsetOf(COLLECTOR.spans().stream().map(Span::id).toList())
                    .containsAll(attempts.stream().map(Span::id).toList()));
        }

        @Test
        void spansNameCallsAndAccounts() {
            assertThat(use.spans()).extracting(Span::name).contains("CreateSession", "EncryptString", "CreateUser");
            assertThat(use.spans()).extracting(span -> span.attributes().get("esign.account")).contains("<default>", "office");
            assertThat(use.exported()).contains("/esign/webhook/{secret}");
            assertThat(use.spans()).filteredOn(span -> span.kind() == SERVER_SPAN)
                    .extracting(span -> span.attributes().get("url.path"))
                    .contains("/esign/webhook/{secret}", "/work/unknown");
        }

        @Test
        void noSpanShowsASecret() {
            assertThat(use.spans().stream().filter(span -> showsSecret(span.toString()))).isEmpty();
            assertThat(showsSecret(use.exported())).isFalse();
        }

        private static Span awaited(String name) {
            return await().until(() -> COLLECTOR.spans().stream().filter(span -> span.name().equals(name)).findFirst(),
                    Optional::isPresent).orElseThrow();
        }

        private static List<Span> inTraceOf(Span span, String name) {
            return COLLECTOR.spans().stream()
                    .filter(other -> other.traceId().equals(span.traceId()) && other.name().equals(name))
                    .toList();
        }
    }

    /** With Micrometer in the application, calls are measured, and no meter, of ours or of Quarkus, names a secret. */
    @Nested
    class Metrics {

        @Test
        void callsStartsAndWebhookMessagesAreMeasuredByAccount() {
            assertMeasured("<default>", use.requests());
            assertMeasured(PlantedSecrets.OFFICE, use.requestsOfOffice());
            assertThat(use.meters())
                    .contains(
                            "esign_webhook_messages_total{account=\"unknown\",outcome=\"unknown-secret\",type=\"unknown\"} 3.0");
        }

        @Test
        void quarkusMeasuresByTemplates() {
            assertThat(use.meters()).anyMatch(meter -> meter.startsWith("http_client_requests_seconds_count")
                    && meter.contains("uri=\"/rest/v1/encrypt/{plainText}/{salt}\""))
                    .anyMatch(meter -> meter.startsWith("http_server_requests_seconds_count")
                            && meter.contains("uri=\"/esign/webhook/{secret}\""));
        }

        @Test
        void noMeterShowsASecret() {
            assertThat(use.meters().stream().filter(ObservabilityTest::showsSecret)).isEmpty();
            assertThat(showsSecret(caller.get("/q/metrics").body())).isFalse();
        }

        private static void assertMeasured(String name, List<Request> requests) {
            List<String> meters = use.meters();
            String account = "{account=\"" + name + "\"";
            assertThat(meters).contains(
                    "esign_calls_seconds_count" + account + ",operation=\"CreateSession\",outcome=\"success\"} 1.0",
                    "esign_calls_seconds_count" + account + ",operation=\"CreateSession\",outcome=\"validation\"} 1.0",
                    "esign_calls_seconds_count" + account + ",operation=\"StartSession\",outcome=\"not-ready\"} 1.0",
                    "esign_starts_seconds_count" + account + ",outcome=\"success\"} 1.0",
                    "esign_start_tries_sum" + account + "} 2.0",
                    "esign_webhook_messages_total" + account + ",outcome=\"told\",type=\"SignerStatus\"} 1.0",
                    "esign_webhook_messages_total" + account + ",outcome=\"duplicate\",type=\"SignerStatus\"} 1.0",
                    "esign_webhook_messages_total" + account + ",outcome=\"told\",type=\"unknown\"} 1.0");
            assertThat(value(meters, "esign_start_waiting_seconds_sum" + account + "}")).isGreaterThanOrEqualTo(0.2);
            assertThat(value(meters, "esign_token_fetches_total" + account + ",outcome=\"authentication\"}")).isPositive();
            assertThat(value(meters, "esign_sent_bytes_total" + account + ",operation=\"CreateSession\"}"))
                    .isEqualTo(requests.stream().filter(request -> request.operation().equals("create"))
                            .mapToInt(request -> request.body().length()).sum());
        }

        private static double value(List<String> meters, String name) {
            return meters.stream().filter(meter -> meter.startsWith(name + " ")).findFirst()
                    .map(meter -> Double.parseDouble(meter.substring(name.length() + 1)))
                    .orElseThrow(() -> new AssertionError(name + " isn't in " + String.join("\n", meters)));
        }
    }

    /**
     * With everything there is to watch an application with, and every logger at its most talkative, none of the secrets by
     * which
     * accounts come to their tokens gets out, and none by which eSign calls the application.
     */
    @Nested
    class SecretsOfEveryKind {

        @ParameterizedTest
        @CsvSource({ "by-encrypted-key, encrypted-key", "by-password, password", "by-cipher, encrypted-password",
                "from-vault, key-in-vault" })
        void callsOfConfiguredAccountsShowNoSecret(String account, String secret) {
            assertSeenByEsignAlone(accounts.get(account), "PLANTED-" + secret);
        }

        @Test
        void callsOfOpenedAccountsShowNoSecret() {
            EsignAccountSettings settings = EsignAccountSettings.named("tenant").url(URI.create(SERVER.url()))
                    .apiKey("PLANTED-key-of-tenant").salt("PLANTEDsaltOfTenant").username("PLANTED-tenant@example.com")
                    .webhookSecrets(HOOK_OF_TENANT).build();
            EsignServices tenant = accounts.open(settings);

            assertSeenByEsignAlone(tenant, "PLANTED-key-of-tenant");
            call(HOOK_OF_TENANT);
            assertThat(Stream.of(settings, tenant, tenant.webhook(), accounts.names()).map(String::valueOf)
                    .filter(PlantedSecrets::show)).isEmpty();
            accounts.close("tenant");
            assertThat(logEntries())
                    .anyMatch(entry -> entry.startsWith("dev.esign.webhook") && entry.contains("(account tenant)"))
                    .filteredOn(ObservabilityTest::showsSecret).isEmpty();
        }

        @Test
        void healthMetersAndTracesShowNoSecret() {
            Stream.of(SECRET, OLD_HOOK, HOOK_OF_VAULT, "PLANTED-webhook-secret-of-nobody").forEach(this::call);
            SERVER.reset();
            SERVER.answer("gettoken", RecordingServer.refused("Error: Invalid API key PLANTED-api-key"));
            String ready = caller.get("/q/health/ready").body();
            String meters = caller.get("/q/metrics").body();
            caller.get("/after/all/of/it");

            await().until(() -> COLLECTOR.text().contains("/after/all/of/it"));
            assertThat(ready).contains("eSign token", "from-vault");
            assertThat(meters).contains("esign_webhook_messages_total{account=\"from-vault\"", "esign_token_fetches_total");
            assertThat(Stream.of(ready, meters, COLLECTOR.text()).filter(ObservabilityTest::showsSecret)).isEmpty();
        }

        private static void assertSeenByEsignAlone(EsignServices account, String secret) {
            SERVER.reset();

            List<String> seen = PlantedSecrets.use(account, SERVER, secret);

            assertThat(seen).hasSizeGreaterThan(30).filteredOn(PlantedSecrets::show).isEmpty();
            assertThat(SERVER.requests()).anyMatch(request -> request.target().contains(secret)
                    || request.headers().getOrDefault("authorization", "").equals(secret));
            assertThat(SERVER.requests("PUT /rest/v1/signers").get(0).body()).contains("PLANTED +1 555 0100");
            assertThat(logEntries())
                    .anyMatch(entry -> entry.contains("CreateSession account=" + account.account() + " "))
                    .filteredOn(ObservabilityTest::showsSecret).isEmpty();
        }

        /** About people, and in ways that can't be read. */
        private void call(String secret) {
            caller.post(HOOK + secret, "{\"Data\":{\"SigningSessionId\":\"" + RecordingServer.SESSION_ID
                    + "\",\"SignerId\":\"4712\",\"Type\":\"SignerStatus\",\"Status\":6,\"Title\":\"PLANTED title\","
                    + "\"DeclinedReason\":\"PLANTED reason of PLANTED-Lovelace\"}}");
            caller.post(HOOK + secret, "{\"PLANTED");
            caller.get(HOOK + secret);
            caller.post(HOOK + secret + "/more", "");
        }

        @Singleton
        static class Vault implements CredentialsProvider {

            @Override
            public Map<String, String> getCredentials(String name) {
                return Map.of("api-key", "PLANTED-key-in-vault", "salt", "PLANTEDsaltInVault");
            }
        }
    }
}
