package dev.esign.service;

import static dev.esign.service.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import dev.esign.sandbox.EsignSandbox;

/** Who is let in by the packaged service in production mode. */
class CallersIT {

    private static final Issuer ISSUER = new Issuer();
    private static final String CHALLENGE = "Bearer realm=\"esign-service\"";

    private static EsignSandbox esign;
    private static ServiceProcess service;
    /** One with a claim of its own for roles, and hardly any clock skew. */
    private static ServiceProcess special;

    @BeforeAll
    static void start() throws Exception {
        esign = EsignSandbox.start();
        service = start(ISSUER.environment());
        Map<String, String> settings = new HashMap<>(ISSUER.environment());
        settings.put("MP_JWT_VERIFY_CLOCK_SKEW", "1");
        settings.put("SMALLRYE_JWT_PATH_GROUPS", "realm_access/roles");
        settings.put("ESIGN_SERVICE_CALLERS_ROLES_READ", "clerks,auditors");
        special = start(settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        special.close();
        esign.close();
    }

    @Test
    void callerWithRoleIsAllowed() throws Exception {
        HttpResponse<String> created = send("POST", "/sessions", "{\"title\": \"Agreement\"}", ISSUER.token("esign-send"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String address = "/sessions/" + json(created).get("id").asText();

        assertThat(send("GET", address, null, ISSUER.token("other", "esign-read")).statusCode()).isEqualTo(200);
        assertThat(send("GET", address, null, ISSUER.token("esign-admin")).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/q/openapi", null, ISSUER.token("esign-send")).statusCode()).isEqualTo(200);
        // The scheme's name may be written in any way.
        assertThat(service.send(service.request(address).header("Authorization", "bearer  " + ISSUER.token("esign-read")),
                "GET", null).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "GET, /sessions/1, esign-send, esign-read", "POST, /sessions, esign-read, esign-send",
            "DELETE, /sessions/1, esign-send, esign-admin", "GET, /anything/else, esign-read, esign-admin",
            "GET, /q/openapi, other, esign-read" })
    void callerWithoutRoleIsDenied(String method, String path, String role, String needed) throws Exception {
        HttpResponse<String> refused = send(method, path, null, ISSUER.token(role));

        assertProblem(refused, 403, "role-missing");
        assertThat(challenge(refused)).isEqualTo(CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + needed + "\"");
    }

    @ParameterizedTest
    @CsvSource({ "GET, /sessions/1", "POST, /sessions", "GET, /q/openapi", "GET, /q/metrics", "GET, /unknown", "PUT, /" })
    void requestWithoutTokenIsDenied(String method, String path) throws Exception {
        HttpResponse<String> refused = service.send(method, path, null);

        assertProblem(refused, 401, "token-missing");
        assertThat(challenge(refused)).isEqualTo(CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/console/../sessions/1", "/q/health/%2e%2e/openapi", "//sessions/1", "/./sessions/1",
            "/%73essions/1", "/console/../q/openapi", "/sessions/1;a=b", "/sessions;a=b/1", "http://localhost/sessions/1" })
    void pathVariantIsDeniedWithoutToken(String target) throws Exception {
        try (Socket socket = service.connect()) {
            socket.getOutputStream().write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 401 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Basic dXNlcjpwYXNzd29yZA==", "Bearer", "" })
    void otherAuthorizationIsDenied(String authorization) throws Exception {
        HttpResponse<String> refused = service.send(service.request("/sessions/1").header("Authorization", authorization),
                "GET", null);

        assertProblem(refused, 401, "token-missing");
    }

    @Test
    void invalidTokenIsDeniedWithReason() throws Exception {
        String good = ISSUER.token("esign-read");
        int signature = good.lastIndexOf('.') + 1;
        String wrongEnd = good.substring(0, signature) + (good.charAt(signature) == 'A' ? 'B' : 'A')
                + good.substring(signature + 1);
        String noKey = "the token isn't signed by the issuer that is trusted here";
        String notMeant = "the token isn't meant for this service";
        String unread = "the token can't be read, is signed in another way, or lacks what this service needs";

        assertRefused(wrongEnd, noKey);
        assertRefused(new Issuer().token("esign-read"), noKey);
        assertRefused(ISSUER.sign(Issuer.claims("esign-read").issuer("https://other.example.com")),
                "the token isn't of the issuer that is trusted here");
        assertRefused(ISSUER.sign(Issuer.claims("esign-read").audience("other-service")), notMeant);
        assertRefused(ISSUER.sign(Issuer.claims("esign-read").audience(Set.of())), notMeant);
        assertRefused(ISSUER.sign(Issuer.claims("esign-read").issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().minusSeconds(120))), "the token has expired");
        assertRefused(ISSUER.sign(Issuer.claims("esign-read").claim("nbf", Instant.now().plusSeconds(1800).getEpochSecond())),
                "the token isn't valid yet");
        assertRefused(ISSUER.unsigned("esign-read"), unread);
        assertRefused(ISSUER.signedWithThePublicKey("esign-read"), unread);
        assertRefused("nonsense", unread);
        assertRefused("a.b.c", unread);
    }

    @Test
    void expiredTokenIsAcceptedWithinClockSkewOnly() throws Exception {
        // A token that was made when the machine stood still may have expired for longer than that.
        await("a token that expired just now is accepted",
                () -> send("GET", "/q/openapi", null, expiredFor(20)).statusCode() == 200);

        assertThat(special.send(special.request("/q/openapi").header("Authorization", "Bearer " + expiredFor(20)), "GET", null)
                .statusCode()).isEqualTo(401);
    }

    private static String expiredFor(int seconds) {
        return ISSUER.sign(Issuer.claims().claim("realm_access", Map.of("roles", Set.of("auditors")))
                .groups(Set.of("esign-read")).issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().minusSeconds(seconds)));
    }

    @Test
    void issuerIsUnavailableUntilItsKeysAreFetched() throws Exception {
        HttpServer keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicBoolean there = new AtomicBoolean();
        keys.createContext("/jwks", exchange -> {
            byte[] body = ISSUER.jwks().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(there.get() ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        keys.start();
        try (ServiceProcess service = start(Map.of("MP_JWT_VERIFY_ISSUER", Issuer.NAME, "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "http://127.0.0.1:" + keys.getAddress().getPort() + "/jwks"))) {
            HttpRequest.Builder read = service.request("/q/openapi").header("Authorization",
                    "Bearer " + ISSUER.token("esign-read"));

            HttpResponse<String> refused = service.send(read, "GET", null);
            assertProblem(refused, 503, "issuer-unavailable");
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");

            there.set(true);
            assertThat(service.send(read, "GET", null).statusCode()).isEqualTo(200);
            HttpRequest.Builder forged = service.request("/q/openapi").header("Authorization",
                    "Bearer " + new Issuer().token("esign-read"));
            assertProblem(service.send(forged, "GET", null), 401, "token-refused");
            assertThat(service.stop()).contains("the keys of the issuer of tokens can't be fetched", "MP_JWT_VERIFY_AUDIENCES");
        } finally {
            keys.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q/health", "/q/health/live", "/q/health/ready", "/q/health/started" })
    void healthNeedsNoToken(String path) throws Exception {
        assertThat(service.send("GET", path, null).statusCode()).isEqualTo(200);
        assertThat(send("GET", path, null, "nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreServedByManagementPortOnly() throws Exception {
        HttpResponse<String> meters = service.send(HttpRequest.newBuilder(service.management().resolve("/q/metrics")), "GET",
                null);

        assertThat(meters.statusCode()).isEqualTo(200);
        assertThat(meters.body()).contains("jvm_memory_used_bytes");
        assertThat(send("GET", "/q/metrics", null, ISSUER.token("esign-admin")).statusCode()).isEqualTo(404);
    }

    @Test
    void rolesAreReadFromConfiguredClaim() throws Exception {
        String token = ISSUER.sign(Issuer.claims().claim("realm_access", Map.of("roles", Set.of("auditors"))));
        HttpRequest.Builder read = special.request("/q/openapi").header("Authorization", "Bearer " + token);
        assertThat(special.send(read, "GET", null).statusCode()).isEqualTo(200);
        HttpRequest.Builder create = special.request("/sessions").header("Authorization", "Bearer " + token);
        assertThat(special.send(create, "POST", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void proxyHeadersAreTrustedInProxyModeOnly() throws Exception {
        HttpRequest.Builder forged = service.request("/q/openapi").header("X-Forwarded-User", "ada")
                .header("X-Forwarded-Groups", "esign-admin");
        assertProblem(service.send(forged, "GET", null), 401, "token-missing");

        try (ServiceProcess behindProxy = start(Map.of("ESIGN_SERVICE_CALLERS", "proxy",
                "ESIGN_SERVICE_CALLERS_PROXY_NAME_HEADER", "X-Forwarded-User",
                "ESIGN_SERVICE_CALLERS_PROXY_ROLES_HEADER", "X-Forwarded-Groups"))) {
            HttpRequest.Builder reader = behindProxy.request("/q/openapi").header("X-Forwarded-User", "ada")
                    .header("X-Forwarded-Groups", "other, esign-read").header("Authorization", "Basic of-the-proxys-own");
            assertThat(behindProxy.send(reader, "GET", null).statusCode()).isEqualTo(200);
            HttpResponse<String> create = behindProxy.send(behindProxy.request("/sessions").header("X-Forwarded-User", "ada")
                    .header("X-Forwarded-Groups", "other, esign-read"), "POST", "{}");
            assertProblem(create, 403, "role-missing");
            assertThat(create.headers().firstValue("WWW-Authenticate")).isEmpty();
            assertProblem(behindProxy.send("GET", "/q/openapi", null), 401, "caller-unknown");
        }
    }

    @Test
    void startFailsWithoutAuthentication() throws Exception {
        try (ServiceProcess nothing = start(Map.of())) {
            assertThat(nothing.awaitEnd())
                    .containsOnlyOnce("Callers can't be told apart, settings are missing or wrong:")
                    .containsOnlyOnce("  mp.jwt.verify.issuer (MP_JWT_VERIFY_ISSUER): is missing")
                    .containsOnlyOnce("  mp.jwt.verify.publickey.location (MP_JWT_VERIFY_PUBLICKEY_LOCATION): is missing")
                    .doesNotContain("Listening on", "\tat ");
            assertThat(nothing.exitCode()).isNotZero();
        }
    }

    private static void assertRefused(String token, String description) throws Exception {
        HttpResponse<String> refused = send("GET", "/sessions/1", null, token);

        assertProblem(refused, 401, "token-refused");
        assertThat(challenge(refused))
                .isEqualTo(CHALLENGE + ", error=\"invalid_token\", error_description=\"" + description + "\"");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(response).get("type").asText()).isEqualTo("urn:esign:problem:" + type);
        assertThat(json(response).get("status").asInt()).isEqualTo(status);
    }

    private static String challenge(HttpResponse<String> response) {
        assertThat(response.headers().allValues("WWW-Authenticate")).hasSize(1);
        return response.headers().firstValue("WWW-Authenticate").orElseThrow();
    }

    private static HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        return service.send(service.request(path).header("Authorization", "Bearer " + token), method, body);
    }

    private static ServiceProcess start(Map<String, String> settings) throws Exception {
        return ServiceProcess.start(esign, settings);
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
