package dev.esign.service.event;

import static dev.esign.service.Awaiting.PATIENCE;
import static dev.esign.service.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.esign.service.event.Receiver.Call;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;

/** Forwarding to a receiver over HTTP. */
class ForwardsTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String PASSWORD = "only for tests";
    private static final byte[] OLD_KEY = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();
    private final EventIds ids = new EventIds();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private TlsConfiguration trusted;
    private final List<Forwards> started = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "forward.\"crm\".url", receiver.url().toString(),
            "forward.\"crm\".secret", secret(KEY),
            "forward.\"crm\".initial-delay", "20MS",
            "forward.\"crm\".timeout", "10M"));

    @TempDir
    Path directory;

    @AfterEach
    void end() throws Exception {
        started.forEach(forwards -> forwards.stop(new ShutdownEvent()));
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void deliveryIsSigned() throws Exception {
        settings.put("forward.\"crm\".secret", secret(KEY) + "," + secret(OLD_KEY));
        ServiceEvent event = event();
        Instant sent = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        start().accept(event);

        Call call = receiver.await(1).get(0);
        JsonNode body = new ObjectMapper().readTree(call.body());
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
        assertThat(call.header("webhook-id")).isEqualTo(event.id()).isEqualTo(body.get("id").asText());
        assertThat(body.get("type").asText()).isEqualTo("session-status-changed");
        assertThat(body.get("title").asText()).isEqualTo("Träger & Söhne");
        assertThat(Instant.ofEpochSecond(Long.parseLong(call.header("webhook-timestamp"))))
                .isBetween(sent, Instant.now());
        String signed = call.header("webhook-id") + "." + call.header("webhook-timestamp") + "." + call.body();
        assertThat(call.header("webhook-signature")).isEqualTo("v1," + hmac(KEY, signed) + " v1," + hmac(OLD_KEY, signed));
        await("counted", () -> count("delivered") == 1);
    }

    @Test
    void deliveryIsRetriedUntilReceiverAcceptsIt() {
        receiver.answer(500).answer(404).answer(302);
        start().accept(event());

        List<Call> calls = receiver.await(4);
        assertThat(calls).extracting(call -> call.header("webhook-id")).hasSize(4)
                .containsOnly(calls.get(0).header("webhook-id"));
        await("nothing waits", () -> pending() == 0);
        assertThat(count("retried")).isEqualTo(3);
        assertThat(count("delivered")).isEqualTo(1);
        assertThat(started.get(0).deadLetters().size()).isZero();
    }

    @Test
    void retryWaitsAsLongAsReceiverAsks() {
        receiver.answer(429, "1").answer(500, "3600");
        start().accept(event());

        List<Call> calls = receiver.await(3);
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void deliverySucceedsOnceReceiverIsReachable() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        settings.put("forward.\"crm\".url", "http://localhost:" + port + "/hook");
        start().accept(event());
        await("a try failed", () -> count("retried") > 0);

        try (Receiver back = new Receiver(port)) {
            back.await(1);
        }
    }

    @Test
    void abandonedDeliveryBecomesDeadLetterAndCanBeRedelivered() {
        settings.put("forward.\"crm\".retry-for", "0S");
        receiver.answer(500);
        Forwards forwards = start();
        ServiceEvent event = event();
        forwards.accept(event);
        await("given up", () -> forwards.deadLetters().size() == 1);

        DeadLetter letter = forwards.deadLetters().all().get(0);
        assertThat(letter.reason()).isEqualTo("http-500");
        assertThat(letter.tries()).isEqualTo(1);
        assertThat(letter.delivery().event()).isEqualTo(event);
        assertThat(count("dead")).isEqualTo(1);
        assertThat(forwards.redeliver(letter)).isTrue();
        assertThat(forwards.redeliver(letter)).isFalse();
        assertThat(receiver.await(2).get(1).header("webhook-id")).isEqualTo(event.id());
        await("nothing waits", () -> pending() == 0);
        assertThat(forwards.deadLetters().size()).isZero();
    }

    @Test
    void goneReceiverGetsNoDeliveriesUntilRedelivery() {
        receiver.answer(410);
        Forwards forwards = start();
        forwards.accept(event());
        await("given up", () -> forwards.deadLetters().size() == 1);
        forwards.accept(event());
        await("given up, too", () -> forwards.deadLetters().size() == 2);
        assertThat(receiver.calls()).hasSize(1);
        assertThat(forwards.deadLetters().all()).extracting(DeadLetter::reason).containsOnly("gone");

        forwards.redeliver(forwards.deadLetters().all().get(0));
        await("delivered", () -> count("delivered") == 1);
        forwards.accept(event());
        receiver.await(3);
    }

    @Test
    void queueAndDeadLettersAreLimited() {
        settings.put("forward.\"crm\".queue", "1");
        settings.put("dead-letters.max", "2");
        settings.put("forward.\"crm\".initial-delay", "1H");
        receiver.answer(500);
        Forwards forwards = start();
        forwards.accept(event());
        await("it waits", () -> count("retried") == 1);
        List<ServiceEvent> refused = Stream.generate(this::event).limit(3).toList();
        refused.forEach(forwards::accept);

        assertThat(forwards.deadLetters().all()).extracting(letter -> letter.delivery().event())
                .containsExactly(refused.get(1), refused.get(2));
        assertThat(forwards.deadLetters().all()).extracting(DeadLetter::reason).containsOnly("queue-full");
        assertThatThrownBy(() -> forwards.redeliver(forwards.deadLetters().all().get(0)))
                .isInstanceOf(Forwards.QueueFullException.class);
    }

    @Test
    void receiverGetsConfiguredTypesOnly() {
        settings.put("forward.\"crm\".types", "signer-status-changed");
        Forwards forwards = start();
        forwards.accept(event());
        forwards.accept(event(EventType.SIGNER_STATUS_CHANGED));

        assertThat(receiver.await(1).get(0).body()).contains("signer-status-changed");
        await("nothing waits", () -> pending() == 0);
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void undeliveredEventIsKeptInDirectory() throws Exception {
        settings.put("directory", directory.resolve("events").toString());
        settings.put("forward.\"crm\".initial-delay", "1H");
        receiver.answer(500);
        Forwards before = start();
        ServiceEvent event = event();
        before.accept(event);
        assertThat(files("pending")).hasSize(1).allSatisfy(file -> assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        await("tried", () -> count("retried") == 1);
        assertThatThrownBy(this::start).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("esign.service.events.directory: can't be used (another process uses it)");
        before.stop(new ShutdownEvent());

        start();
        assertThat(receiver.await(2).get(1).header("webhook-id")).isEqualTo(event.id());
        await("nothing is kept", () -> files("pending").isEmpty());
    }

    @Test
    void deadLettersAreKeptInDirectory() {
        settings.put("directory", directory.resolve("events").toString());
        settings.put("forward.\"crm\".retry-for", "0S");
        receiver.answer(500).answer(500);
        Forwards before = start();
        before.accept(event());
        before.accept(event());
        await("given up", () -> before.deadLetters().size() == 2 && pending() == 0);
        before.stop(new ShutdownEvent());

        Forwards after = start();
        List<DeadLetter> letters = after.deadLetters().all();
        assertThat(letters).isEqualTo(before.deadLetters().all()).hasSize(2);
        assertThat(files("pending")).isEmpty();
        after.deadLetters().remove(letters.get(0).delivery().id());
        assertThat(files("dead")).hasSize(1);
        after.redeliver(letters.get(1));
        await("nothing is kept", () -> files("pending").isEmpty() && files("dead").isEmpty());
        receiver.await(3);
    }

    @Test
    void deliveryWithoutConfiguredReceiverBecomesDeadLetter() {
        settings.put("directory", directory.toString());
        settings.put("forward.\"crm\".initial-delay", "1H");
        receiver.answer(500);
        Forwards before = start();
        before.accept(event());
        await("tried", () -> count("retried") == 1);
        before.stop(new ShutdownEvent());
        settings.keySet().removeIf(name -> name.startsWith("forward"));

        Forwards after = start();
        DeadLetter letter = after.deadLetters().all().get(0);
        assertThat(letter.reason()).isEqualTo("not-configured");
        assertThatThrownBy(() -> after.redeliver(letter)).isInstanceOf(Forwards.ReceiverUnknownException.class);
    }

    @Test
    void eventIsRejectedWhenItCannotBeStored() throws Exception {
        settings.put("directory", directory.toString());
        Forwards forwards = start();
        Files.delete(directory.resolve("pending"));

        assertThatThrownBy(() -> forwards.accept(event())).isInstanceOf(UncheckedIOException.class);
        assertThat(receiver.calls()).isEmpty();
    }

    @Test
    void deliveryTrustsConfiguredCertificateOnly() throws Exception {
        Path store = directory.resolve("receiver.p12");
        KeyStore certificate = selfSigned(store);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        trusted = new BaseTlsConfiguration() {

            @Override
            public TrustOptions getTrustStoreOptions() {
                return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
            }
        };
        try (Receiver secured = Receiver.secured(context)) {
            settings.put("forward.\"crm\".url", secured.url().toString());
            settings.put("forward.\"stranger\".url", secured.url().toString());
            settings.put("forward.\"stranger\".secret", secret(KEY));
            settings.put("forward.\"stranger\".retry-for", "0S");
            settings.put("forward.\"crm\".tls-configuration-name", "private");
            Forwards forwards = start();
            forwards.accept(event());

            await("delivered", () -> count("delivered") == 1);
            await("not believed", () -> forwards.deadLetters().size() == 1);
            assertThat(secured.calls()).hasSize(1);
            assertThat(forwards.deadLetters().all().get(0).reason()).isEqualTo("unreachable");
            assertThat(forwards.deadLetters().all().get(0).delivery().forward()).isEqualTo("stranger");
        }
    }

    private static KeyStore selfSigned(Path store) throws Exception {
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "receiver", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD).redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore loaded = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        loaded.setCertificateEntry("trusted", loaded.getCertificate("receiver"));
        try (OutputStream out = Files.newOutputStream(store)) {
            loaded.store(out, PASSWORD.toCharArray());
        }
        return loaded;
    }

    @Test
    void startFailsAndListsAllInvalidProperties() {
        settings.put("forward.\"crm\".url", "ftp://user:hush@example.com");
        settings.put("forward.\"crm\".secret", "c2hvcnQ=,hush");
        settings.put("forward.\"crm\".types", "session-created");
        settings.put("forward.\"crm\".tls-configuration-name", "nothing");

        assertThatThrownBy(this::start).isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("esign.service.events.forward.\"crm\".url: isn't an address",
                        "esign.service.events.forward.\"crm\".secret: number 1 isn't whsec_", "secret: number 2 isn't",
                        "types: 'session-created' is not a type of event that is forwarded; known are session-status-changed,",
                        "tls-configuration-name: there is no TLS configuration of this name")
                .hasMessageNotContainingAny("hush", "c2hvcnQ");
    }

    @Test
    void retryAfterIsReadAsSecondsAndAsDate() {
        Instant now = Instant.parse("2026-03-31T12:00:00Z");

        assertThat(RetryAfter.read("120", now)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Tue, 31 Mar 2026 12:01:30 GMT", now)).isEqualTo(Duration.ofSeconds(90));
        assertThat(RetryAfter.read("Tue, 31 Mar 2026 11:00:00 GMT", now)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.read("later", now)).isEqualTo(Duration.ZERO);
    }

    private Forwards start() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withMapping(EventsConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("esign.service.events." + name, value));
        EventsConfig config = builder.build().getConfigMapping(EventsConfig.class);
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        EventHub hub = new EventHub(config, vertx, mapper, meters, false, Duration.ZERO);
        Forwards forwards = new Forwards(config, ids, hub, vertx, mapper, meters, new Addresses(new OneTls(trusted)));
        forwards.start(new StartupEvent());
        started.add(forwards);
        return forwards;
    }

    private ServiceEvent event() {
        return event(EventType.SESSION_STATUS_CHANGED);
    }

    private ServiceEvent event(EventType type) {
        return new ServiceEvent(ids.next(), type, Instant.now(), null, "session", null, null, "Completed", 3, null, null,
                "Träger & Söhne", null, "not-checked");
    }

    private double count(String outcome) {
        return meters.get("esign.service.events.forwarded").tag("forward", "crm").tag("outcome", outcome).counter().count();
    }

    private double pending() {
        return meters.get("esign.service.events.pending").tag("forward", "crm").gauge().value();
    }

    private List<Path> files(String kind) {
        try (Stream<Path> files = Files.list(directory.resolve("events").resolve(kind))) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String secret(byte[] key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    private static String hmac(byte[] key, String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Has one configuration, called private. */
    private record OneTls(TlsConfiguration configuration) implements TlsConfigurationRegistry {

        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.ofNullable(configuration).filter(known -> name.equals("private"));
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }
}
