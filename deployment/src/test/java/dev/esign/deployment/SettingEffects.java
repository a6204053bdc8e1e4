package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.NEVER_ANSWER;
import static dev.esign.deployment.RecordingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.esign.EsignServices;
import dev.esign.RateLimitedException;
import dev.esign.SessionNotReadyException;
import dev.esign.UnavailableException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.deployment.SettingEffect.Application;
import dev.esign.deployment.SettingEffect.Seen;
import dev.esign.model.Document;
import dev.esign.model.InvalidSessionException;
import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerAuthentication;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;

/** The effects of the settings that every account may have. */
final class SettingEffects {

    static final RecordingServer SERVER = RecordingServer.shared("settings-");
    static final SelfMadeCertificate CERTIFICATE = SelfMadeCertificate.shared();
    static final RecordingServer SECURE = RecordingServer.secure("settings-secure-", CERTIFICATE::open);

    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);
    private static final String LOOK_UP = "GET /rest/v1/sessions/lite/owner%40example.com/T-1/50/0/sortBy";

    /** What every account here has, unless its effect needs another value. */
    private static final Map<String, String> ACCOUNT = Map.of("url", SERVER.url(), "encrypted-api-key", "cipher", "salt",
            "salt", "username", "owner@example.com");

    /** What they all take from the default account, so that they are quick. */
    private static final Map<String, String> SHARED = Map.of("return-url", "https://base.example.com/",
            "create.look-up-after", "0S", "start.delay", "0S", "start.max-retries", "3", "start.retry-delay", "10MS",
            "start.jitter", "0S");

    private static final List<SettingEffect> ALL = new ArrayList<>();

    static {
        accounts();
        tokens();
        calls();
        starts();
        limits();
        anchorTags();
        operations();
        wire();
        breaker();
    }

    private SettingEffects() {
    }

    static List<SettingEffect> all() {
        return List.copyOf(ALL);
    }

    static List<SettingEffect> of(Application application) {
        return ALL.stream().filter(effect -> effect.application() == application).toList();
    }

    static Stream<String> members(Application application) {
        return of(application).stream().map(SettingEffect::member);
    }

    static SettingEffect of(String member) {
        return ALL.stream().filter(effect -> effect.member().equals(member)).findFirst().orElseThrow();
    }

    /** An application with what the effects need, whatever its accounts. */
    static QuarkusUnitTest application() {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClasses(Eventually.class, RecordingServer.class,
                RecordingServer.Opening.class, Request.class, SelfMadeCertificate.class, FullServer.class, SettingEffects.class,
                WordDocument.class, SettingEffect.class, Application.class, Seen.class, DefaultAccountSettings.class))
                .overrideConfigKey("quarkus.proxy.recording.host", "127.0.0.1")
                .overrideConfigKey("quarkus.proxy.recording.port", String.valueOf(SERVER.port()))
                .overrideConfigKey("quarkus.tls.self-made.trust-store.p12.path", CERTIFICATE.keyStore().toString())
                .overrideConfigKey("quarkus.tls.self-made.trust-store.p12.password", SelfMadeCertificate.PASSWORD);
    }

    /** Sets what every default account has. */
    static void shared(BiConsumer<String, String> setting) {
        SHARED.forEach(setting);
    }

    /** Sets what every account has that shows an effect, without the setting whose effect it is. */
    static void account(SettingEffect effect, BiConsumer<String, String> setting) {
        ACCOUNT.forEach((member, value) -> {
            if (!effect.besides().containsKey(member)) {
                setting.accept(member, value);
            }
        });
        effect.besides().forEach(setting);
    }

    private static void add(Application application, String member, String value, Map<String, String> besides, Seen seen) {
        add(application, member, value, besides, false, seen);
    }

    private static void add(Application application, String member, String value, Seen seen) {
        add(application, member, value, Map.of(), seen);
    }

    /** A setting that only changes how long something takes: without it, the same is seen sooner or later. */
    private static void addDuration(Application application, String member, String value, Map<String, String> besides,
            Seen seen) {
        add(application, member, value, besides, true, seen);
    }

    private static void add(Application application, String member, String value, Map<String, String> besides,
            boolean duration, Seen seen) {
        ALL.add(new SettingEffect(member, value, besides, application, duration, account -> {
            SERVER.reset();
            SECURE.reset();
            seen.in(account);
        }));
    }

    private static void accounts() {
        add(Application.ELSEWHERE, "environment", "stage", Map.of("url", "", "proxy-configuration-name", "recording"),
                account -> {
                    catchThrowable(() -> account.sessions().get(ID));
                    assertThat(SERVER.requests()).extracting(Request::target).contains("api.stage.esignonline.net:443");
                });
        // Without it, the timeout comes first: NoConnectionTest shows it for the default account.
        addDuration(Application.NONE, "connect-timeout", "300MS", Map.of("url", FullServer.url(), "timeout", "9S"),
                account -> assertThatThrownBy(() -> account.sessions().get(ID)).isInstanceOf(UnavailableException.class)
                        .hasMessageContaining("no connection to eSign"));
        add(Application.SECURE, "tls-configuration-name", "self-made", Map.of("url", SECURE.url()),
                account -> assertThat(account.sessions().get(ID).title()).contains("T"));
        add(Application.CALLS, "return-url", "https://on.example.com/", account -> {
            account.sessions().start(ID);
            assertThat(SERVER.requests("start").get(0).target()).endsWith("returnUrl=https%3A%2F%2Fon.example.com%2F");
        });
        add(Application.CALLS, "landing-url", "https://on.example.com/?",
                account -> assertThat(account.sessions().signInUrl(ID).toString()).startsWith("https://on.example.com/?"));
    }

    private static void tokens() {
        Map<String, String> byPassword = Map.of("encrypted-api-key", "", "token.source", "user-password");
        add(Application.NONE, "token.source", "user-password",
                Map.of("encrypted-api-key", "key", "token.encrypted-password", "password"), account -> {
                    account.sessions().get(ID);
                    assertThat(SERVER.requests("tokenusernamepassword")).hasSize(1);
                });
        add(Application.NONE, "token.password", "plain-password", byPassword, account -> {
            account.sessions().get(ID);
            assertThat(SERVER.requests("encrypt")).singleElement()
                    .satisfies(request -> assertThat(request.target()).endsWith("/plain-password/salt"));
        });
        add(Application.SECURE, "token.encrypted-password", "cipher-of-password", byPassword, account -> {
            account.sessions().get(ID);
            assertThat(requests("encrypt")).isEmpty();
            assertThat(requests("tokenusernamepassword")).singleElement().satisfies(
                    request -> assertThat(request.headers()).containsEntry("authorization", "cipher-of-password"));
        });
        add(Application.CALLS, "token.reuse", "1H", account -> {
            account.sessions().get(ID);
            account.sessions().get(ID);
            assertThat(SERVER.requests("get")).extracting(request -> request.headers().get("authorization")).hasSize(2)
                    .containsOnly(SERVER.requests("get").get(0).headers().get("authorization"));
        });
        addDuration(Application.LIMITS, "token.ahead", "1H", Map.of(), account -> {
            account.sessions().get(ID);
            await().until(() -> SERVER.requests("gettoken").size() == 2);
        });
    }

    private static void calls() {
        addDuration(Application.CALLS, "create.look-up-after", "300MS", Map.of(), account -> {
            SERVER.answer("create", DROP).answer(LOOK_UP, "{\"TotalCount\":0,\"Sessions\":[]}");
            catchThrowable(() -> account.sessions().create(session().build()));
            assertThat(between(SERVER.requests("create").get(0), SERVER.requests(LOOK_UP).get(0)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        });
        add(Application.CALLS, "create.repeat-when-absent", "true", account -> {
            SERVER.answer("create", DROP).answer(LOOK_UP, "{\"TotalCount\":0,\"Sessions\":[]}");
            account.sessions().create(session().build());
            assertThat(SERVER.requests("create")).hasSize(2);
        });
        add(Application.CALLS, "retry-after.max-retries", "1", account -> {
            SERVER.answer("get", 429, "text/html", "later", "Retry-After: 0")
                    .answer("get", 429, "text/html", "later", "Retry-After: 0");
            assertThatThrownBy(() -> account.sessions().get(ID)).isInstanceOf(RateLimitedException.class);
            assertThat(SERVER.requests("get")).hasSize(2);
        });
        add(Application.CALLS, "retry-after.max-wait", "500MS", account -> {
            SERVER.answer("get", 503, "text/html", "later", "Retry-After: 1");
            assertThatThrownBy(() -> account.sessions().get(ID)).isInstanceOf(UnavailableException.class);
            assertThat(SERVER.requests("get")).hasSize(1);
        });
    }

    private static void starts() {
        addDuration(Application.CALLS, "start.delay", "300MS", Map.of(), account -> {
            account.sessions().create(session().documents(Document.of("a.pdf", new byte[] { 1 }).anchorTags()).build());
            account.sessions().start(ID);
            assertThat(between(SERVER.requests("create").get(0), SERVER.requests("start").get(0)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        });
        add(Application.CALLS, "start.max-retries", "10", Map.of("start.max-retry-delay", "20MS"), account -> {
            refuseStarts(20);
            assertThatThrownBy(() -> account.sessions().start(ID)).isInstanceOf(SessionNotReadyException.class);
            assertThat(SERVER.requests("start")).hasSize(11);
        });
        addDuration(Application.CALLS, "start.retry-delay", "100MS", Map.of(), account -> {
            refuseStarts(1);
            account.sessions().start(ID);
            assertThat(waits()).singleElement().satisfies(
                    wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMillis(95)));
        });
        // Doubled each time, ten waits would take longer than a start may; as it is, they take a second.
        addDuration(Application.CALLS, "start.max-retry-delay", "100MS",
                Map.of("start.retry-delay", "100MS", "start.max-retries", "10", "start.max-duration", "36S"), account -> {
                    refuseStarts(10);
                    account.sessions().start(ID);
                    assertThat(SERVER.requests("start")).hasSize(11);
                });
        // The time between two requests is never shorter than the wait, so it is the jitter that makes one of them long.
        addDuration(Application.SECURE, "start.jitter", "500MS", Map.of("start.retry-delay", "1MS"), account -> {
            refuseStarts(30);
            List<CompletableFuture<Void>> starts = IntStream.range(0, 30).mapToObj(session -> account.reactiveSessions()
                    .start(SessionId.of("session-" + session)).subscribeAsCompletionStage()).toList();
            starts.forEach(CompletableFuture::join);
            assertThat(requests("start").stream().collect(Collectors.groupingBy(Request::target)).values())
                    .anyMatch(attempts -> attempts.size() == 2
                            && between(attempts.get(0), attempts.get(1)).compareTo(Duration.ofMillis(100)) > 0);
        });
        // At 0, 100, 300 and 500 ms: growing waits leave room for four attempts, steady ones would for seven.
        add(Application.LIMITS, "start.max-duration", "600MS", Map.of("start.retry-delay", "100MS", "start.max-retry-delay",
                "200MS", "start.max-retries", "-1"), account -> {
                    refuseStarts(8);
                    assertThat(took(() -> assertThatThrownBy(() -> account.sessions().start(ID))
                            .isInstanceOf(SessionNotReadyException.class)))
                            .isGreaterThanOrEqualTo(Duration.ofMillis(400));
                    assertThat(SERVER.requests("start")).hasSizeLessThanOrEqualTo(4);
                });
    }

    private static void limits() {
        Map<String, String> four = Map.of("circuit-breaker.request-volume-threshold", "4");
        add(Application.CALLS, "circuit-breaker.enabled", "false", four, account -> {
            fail(account, 4);
            assertThat(account.sessions().get(ID).title()).contains("T");
        });
        addDuration(Application.CALLS, "bulkhead.enabled", "false", Map.of("bulkhead.max-calls", "1"), account -> {
            CompletableFuture<Session> hanging = hangingCall(account);
            try {
                assertThat(account.sessions().get(ID).title()).contains("T");
            } finally {
                hanging.cancel(true);
            }
        });
        add(Application.LIMITS, "bulkhead.max-calls", "1", Map.of("bulkhead.max-waiting", "1"),
                SettingEffects::oneOfTwoMoreFails);
        addDuration(Application.LIMITS, "bulkhead.max-waiting", "1", Map.of("bulkhead.max-calls", "1"),
                SettingEffects::oneOfTwoMoreFails);
    }

    /** Last: the breaker of an application stays open. */
    private static void breaker() {
        Map<String, String> four = Map.of("circuit-breaker.request-volume-threshold", "4", "circuit-breaker.delay", "1H");
        add(Application.LIMITS, "circuit-breaker.failure-ratio", "1.0", four, account -> {
            IntStream.range(0, 4).forEach(call -> account.sessions().get(ID));
            fail(account, 3);
            assertThat(account.sessions().get(ID).title()).contains("T");
        });
        add(Application.LIMITS, "circuit-breaker.request-volume-threshold", "4", Map.of("circuit-breaker.delay", "1H"),
                account -> {
                    fail(account, 4);
                    assertIsLeftAlone(account);
                });
        addDuration(Application.LIMITS, "circuit-breaker.delay", "1H", four, account -> {
            await().until(() -> {
                SERVER.answer("get", 500, "text/html", "<html>broken</html>");
                return catchThrowable(() -> account.sessions().get(ID)).getMessage().contains("left alone for a while");
            });
            // The default is five seconds.
            long open = System.nanoTime();
            await().until(() -> System.nanoTime() - open > Duration.ofMillis(5100).toNanos());
            assertIsLeftAlone(account);
        });
    }

    private static void assertIsLeftAlone(EsignServices account) {
        assertThatThrownBy(() -> account.sessions().get(ID)).hasMessageContaining("left alone for a while");
    }

    /** While a call gets no response, another waits, and there is no room for one more. */
    private static void oneOfTwoMoreFails(EsignServices account) {
        CompletableFuture<Session> hanging = hangingCall(account);
        List<CompletableFuture<Session>> more = IntStream.range(0, 2)
                .mapToObj(call -> account.reactiveSessions().get(ID).subscribeAsCompletionStage()).toList();
        try {
            await().until(() -> more.stream().anyMatch(CompletableFuture::isDone));
            assertThat(more).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(1);
        } finally {
            hanging.cancel(true);
        }
        await().until(() -> more.stream().allMatch(CompletableFuture::isDone));
    }

    private static void anchorTags() {
        add(Application.LIMITS, "anchor-tags.check", "refuse",
                account -> assertThatThrownBy(() -> account.sessions().create(session()
                        .documents(Document.of("a.pdf", "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8)).anchorTags())
                        .build()))
                        .isInstanceOf(InvalidSessionException.class));
        add(Application.LIMITS, "anchor-tags.opening-delimiter", "[",
                Map.of("anchor-tags.check", "refuse", "anchor-tags.closing-delimiter", "]"),
                account -> assertThatThrownBy(() -> account.sessions().create(tagged("[sig_req_Buyer 1_175]")))
                        .isInstanceOf(InvalidSessionException.class).hasMessageContaining("Buyer 1"));
        add(Application.LIMITS, "anchor-tags.closing-delimiter", "]",
                Map.of("anchor-tags.check", "refuse", "anchor-tags.opening-delimiter", "["),
                account -> assertThatThrownBy(() -> account.sessions().create(tagged("[sig_req_Buyer 1_175]")))
                        .isInstanceOf(InvalidSessionException.class).hasMessageContaining("Buyer 1"));
        add(Application.LIMITS, "anchor-tags.item-space", "+",
                Map.of("anchor-tags.check", "refuse", "anchor-tags.opening-delimiter", "[", "anchor-tags.closing-delimiter",
                        "]"),
                account -> assertThatThrownBy(() -> account.sessions().create(tagged("[ddl_req_Seller 1_80_+]")))
                        .isInstanceOf(InvalidSessionException.class).hasMessageContaining("items: there are none"));
    }

    private static void operations() {
        String empty = "{\"Message\":\"Success\",\"Documents\":[]}";
        operation("session-files", "rest/v1/docs/{sessionId}", empty,
                account -> account.documents().saveTo(ID, new File("target").toPath()));
        operation("archived-session-files", "rest/v1/archive/{sessionId}", empty,
                account -> account.documents().saveArchivedTo(ID, new File("target").toPath()));
        operation("invite-urls", "rest/v1/invites/{sessionId}", "{\"Message\":\"Success\",\"InviteUrls\":[]}",
                account -> account.documents().inviteUrls(ID));
    }

    private static void operation(String name, String uri, String answer, Seen call) {
        Seen seen = account -> {
            SERVER.answer(RecordingServer.UNPUBLISHED, answer);
            catchThrowable(() -> call.in(account));
            assertThat(SERVER.requests(RecordingServer.UNPUBLISHED)).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.target()).isEqualTo("/" + uri.replace("{sessionId}", ID.value()));
            });
        };
        add(Application.CALLS, "operations." + name + ".method", "POST", Map.of("operations." + name + ".uri", uri), seen);
        add(Application.CALLS, "operations." + name + ".uri", uri, Map.of("operations." + name + ".method", "POST"), seen);
    }

    private static void wire() {
        onTheWire("bytes", "base64", "\"FileBytes\":\"AQI=\"");
        onTheWire("dates", "iso", "\"ExpiresOn\":\"2026-12-11T00:00:00Z\"");
        onTheWire("merge-fields", "pairs", "\"MergeFieldMapping\":[{\"Key\":\"Company\",\"Value\":\"RED\"}]");
        onTheWire("properties", "object", "\"Properties\":{\"DisableEditName\":\"1\"}");
        onTheWire("authentication-numbers.sms", "4", "\"AuthMethod\":4");
        onTheWire("sms-phone-member", "Telephone", "\"Telephone\":\"+1 555 0100\"");
        add(Application.LIMITS, "wire.length", "chunked", account -> {
            account.sessions().create(session().documents(Document.of("a.pdf", new byte[100_000])).build());
            assertThat(SERVER.requests("create").get(0).headers()).containsEntry("transfer-encoding", "chunked");
        });
    }

    private static void onTheWire(String member, String value, String written) {
        boolean byPhone = member.equals("sms-phone-member");
        add(Application.CALLS, "wire." + member, value, account -> {
            account.sessions().create(session().expiresOn(Instant.parse("2026-12-11T00:00:00Z"))
                    .documents(Document.of("a.pdf", new byte[] { 1, 2 }))
                    .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com")
                            .authentication(byPhone ? SignerAuthentication.sms("+1 555 0100") : SignerAuthentication.sms())
                            .mergeField("Company", "RED").nameLocked())
                    .build());
            assertThat(SERVER.requests("create").get(0).body()).contains(written);
        });
    }

    private static NewSession.Builder session() {
        return NewSession.titled("T").transactionId("T-1");
    }

    /** A session of Seller 1 with a Word document. */
    private static NewSession tagged(String text) {
        return session().documents(Document.of("a.docx", WordDocument.of(text)).anchorTags())
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com")).build();
    }

    private static void refuseStarts(int times) {
        Stream.of(SERVER, SECURE).forEach(server -> IntStream.range(0, times)
                .forEach(start -> server.answer("start", refused("not yet"))));
    }

    /** Between each start and the one before. */
    private static List<Duration> waits() {
        List<Request> starts = SERVER.requests("start");
        return IntStream.range(1, starts.size()).mapToObj(start -> between(starts.get(start - 1), starts.get(start))).toList();
    }

    private static Duration between(Request first, Request second) {
        return Duration.ofNanos(second.nanos() - first.nanos());
    }

    private static Duration took(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void fail(EsignServices account, int times) {
        IntStream.range(0, times).forEach(call -> {
            SERVER.answer("get", 500, "text/html", "<html>broken</html>");
            assertThatThrownBy(() -> account.sessions().get(ID)).isInstanceOf(UnavailableException.class);
        });
    }

    private static CompletableFuture<Session> hangingCall(EsignServices account) {
        SERVER.answer("get", NEVER_ANSWER);
        CompletableFuture<Session> call = account.reactiveSessions().get(ID).subscribeAsCompletionStage();
        await().until(() -> SERVER.requests("get").size() == 1);
        return call;
    }

    private static List<Request> requests(String operation) {
        return Stream.of(SERVER, SECURE).flatMap(server -> server.requests(operation).stream()).toList();
    }
}
