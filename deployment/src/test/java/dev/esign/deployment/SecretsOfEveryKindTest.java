package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.esign.EsignAccountSettings;
import dev.esign.EsignAccounts;
import dev.esign.EsignServices;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.deployment.TraceCollector.Span;
import io.quarkus.builder.Version;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/**
 * With everything there is to watch an application with, and every logger at its most talkative, none of the secrets by which
 * accounts come to their tokens gets out, and none by which eSign calls the application.
 */
class SecretsOfEveryKindTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final TraceCollector COLLECTOR = TraceCollector.shared();
    private static final String HOOK = "/esign/webhook/";
    private static final String NEW_HOOK = "PLANTED-webhook-secret-of-today";
    private static final String OLD_HOOK = "PLANTED-webhook-secret-of-last-year";
    private static final String HOOK_OF_VAULT = "PLANTED-webhook-secret-of-vault";
    private static final String HOOK_OF_TENANT = "PLANTED-webhook-secret-of-tenant";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, PlantedSecrets.class,
                    WebhookCaller.class, WebhookObserver.class, TraceCollector.class, Span.class, Vault.class))
            .setForcedDependencies(Stream
                    .of("quarkus-opentelemetry-deployment", "quarkus-smallrye-health-deployment",
                            "quarkus-micrometer-registry-prometheus-deployment")
                    .map(artifact -> Dependency.of("io.quarkus", artifact, Version.getVersion())).toList())
            .overrideConfigKey("quarkus.otel.exporter.otlp.endpoint", COLLECTOR.url())
            .overrideConfigKey("quarkus.otel.exporter.otlp.protocol", "http/protobuf")
            .overrideConfigKey("quarkus.otel.bsp.schedule.delay", "0.1S")
            .overrideConfigKey("quarkus.log.min-level", "TRACE")
            .overrideConfigKey("quarkus.log.level", "TRACE")
            .overrideConfigKey("quarkus.log.console.level", "ERROR")
            .overrideConfigKey("quarkus.http.access-log.enabled", "true")
            .overrideConfigKey("quarkus.rest-client.logging.scope", "all")
            .overrideConfigKey("quarkus.rest-client.logging.body-limit", "100000")
            .overrideConfigKey("quarkus.esign.health.enabled", "true")
            .overrideConfigKey("quarkus.esign.health.cache", "0S")
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "PLANTED-encrypted-key")
            .overrideConfigKey("quarkus.esign.salt", "PLANTEDsalt")
            .overrideConfigKey("quarkus.esign.username", "PLANTED-owner@example.com")
            .overrideConfigKey("quarkus.esign.return-url", "https://www.example.com/")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "0S")
            .overrideConfigKey("quarkus.esign.start.delay", "0S")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "0.1S")
            .overrideConfigKey("quarkus.esign.operations.invite-urls.method", "GET")
            .overrideConfigKey("quarkus.esign.operations.invite-urls.uri", "rest/v1/invites/{sessionId}")
            .overrideConfigKey("quarkus.esign.wire.sms-phone-member", "Telephone")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", NEW_HOOK + "," + OLD_HOOK)
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
            .overrideConfigKey("quarkus.esign.from-vault.webhook.secrets", HOOK_OF_VAULT)
            .setLogRecordPredicate(record -> !record.getLoggerName().startsWith("jdk.")) // the caller's own
            .assertLogRecords(SecretsOfEveryKindTest::showNone);

    @Inject
    EsignAccounts accounts;

    private final WebhookCaller caller = new WebhookCaller();

    @ParameterizedTest
    @CsvSource({ "<default>, encrypted-key", "by-password, password", "by-cipher, encrypted-password",
            "from-vault, key-in-vault" })
    void staySecretInCallsOfConfiguredAccounts(String account, String secret) {
        areSeenByESignAlone(accounts.get(account), "PLANTED-" + secret);
    }

    @Test
    void staySecretInCallsOfOpenedAccounts() {
        EsignAccountSettings settings = EsignAccountSettings.named("tenant").url(URI.create(SERVER.url()))
                .apiKey("PLANTED-key-of-tenant").salt("PLANTEDsaltOfTenant").username("PLANTED-tenant@example.com")
                .webhookSecrets(HOOK_OF_TENANT).build();
        EsignServices tenant = accounts.open(settings);

        areSeenByESignAlone(tenant, "PLANTED-key-of-tenant");
        call(HOOK_OF_TENANT);
        assertThat(Stream.of(settings, tenant, tenant.webhook(), accounts.names()).map(String::valueOf)
                .filter(PlantedSecrets::show)).isEmpty();
        accounts.close("tenant");
    }

    @Test
    void staySecretInWhatIsMeasuredAndTraced() {
        Stream.of(NEW_HOOK, OLD_HOOK, HOOK_OF_VAULT, "PLANTED-webhook-secret-of-nobody").forEach(this::call);
        SERVER.reset();
        SERVER.answer("gettoken", RecordingServer.refused("Error: Invalid API key PLANTED-encrypted-key"));
        String ready = caller.get("/q/health/ready").body();
        String meters = caller.get("/q/metrics").body();
        caller.get("/after/all/of/it");

        await().until(() -> COLLECTOR.text().contains("/after/all/of/it"));
        assertThat(ready).contains("eSign token", "from-vault");
        assertThat(meters).contains("esign_webhook_messages_total{account=\"from-vault\"", "esign_token_fetches_total");
        assertThat(Stream.of(ready, meters, COLLECTOR.text()).filter(PlantedSecrets::show)).isEmpty();
    }

    private static void areSeenByESignAlone(EsignServices account, String secret) {
        SERVER.reset();

        List<String> seen = PlantedSecrets.use(account, SERVER, secret);

        assertThat(seen).hasSizeGreaterThan(30).filteredOn(PlantedSecrets::show).isEmpty();
        assertThat(SERVER.requests()).anyMatch(request -> request.target().contains(secret)
                || request.headers().getOrDefault("authorization", "").equals(secret));
        assertThat(SERVER.requests("PUT /rest/v1/signers").get(0).body()).contains("PLANTED +1 555 0100");
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

    private static void showNone(List<LogRecord> records) {
        PatternFormatter formatter = new PatternFormatter("%c %s%e");
        List<String> lines = records.stream().map(formatter::format).toList();

        assertThat(lines.stream().filter(PlantedSecrets::show)).isEmpty();
        for (String account : List.of("<default>", "by-password", "by-cipher", "from-vault", "tenant")) {
            assertThat(lines).anyMatch(line -> line.contains("CreateSession account=" + account + " "));
        }
        assertThat(lines).anyMatch(line -> line.startsWith("dev.esign.webhook") && line.contains("(account tenant)"));
    }

    @Singleton
    static class Vault implements CredentialsProvider {

        @Override
        public Map<String, String> getCredentials(String name) {
            return Map.of("api-key", "PLANTED-key-in-vault", "salt", "PLANTEDsaltInVault");
        }
    }
}
