package dev.esign.deployment;

import static dev.esign.deployment.RecordingServer.DROP;
import static dev.esign.deployment.RecordingServer.NEVER_ANSWER;
import static dev.esign.deployment.RecordingServer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

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

import dev.esign.EsignServices;
import dev.esign.EsignTimeoutException;
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
    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final String LOOK_UP = "GET /rest/v1/sessions/lite/owner%40example.com/T-1/50/0/sortBy";

    /** What every account here has, unless its effect needs another value. */
    private static final Map<String, String> ACCOUNT = Map.of("url", SERVER.url(), "encrypted-api-key", "cipher", "salt",
            "salt", "username", "owner@example.com");

    /** What they all take from the default account: quick, and so that nothing that never ends keeps a test waiting. */
    private static final Map<String, String> SHARED = Map.of("return-url", "https://base.example.com/", "timeout",
            TIMEOUT.toMillis() + "MS", "create.look-up-after", "0S", "start.delay", "0S", "start.max-retries", "3",
            "start.retry-delay", "10MS", "start.jitter", "0S");

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
    }

    private SettingEffects() {
    }

    static List<SettingEffect> all() {
        return List.copyOf(ALL);
    }

    static List<SettingEffect> of(Application application) {
        return ALL.stream().filter(effect -> effect.application() == application).toList();
    }

    /** An application with what the effects need, whatever its accounts. */
    static QuarkusUnitTest application() {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClasses(RecordingServer.class,
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
        ALL.add(new SettingEffect(member, value, besides, application, account -> {
            SERVER.reset();
            SECURE.reset();
            seen.in(account);
        }));
    }

    private static void add(Application application, String member, String value, Seen seen) {
        add(application, member, value, Map.of(), seen);
    }

    private static void accounts() {
        add(Application.ELSEWHERE, "environment", "stage", Map.of("url", "", "proxy-configuration-name", "recording"),
                account -> {
                    catchThrowable(() -> account.sessions().get(ID));
                    assertThat(SERVER.requests()).extracting(Request::target).contains("api.stage.esignonline.net:443");
                });
        add(Application.FULL, "connect-timeout", "300MS", Map.of("url", FullServer.url()),
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
        add(Application.PASSWORD, "token.encrypted-password", "cipher-of-password", byPassword, account -> {
            account.sessions().get(ID);
            assertThat(SERVER.requests("encrypt")).isEmpty();
            assertThat(SERVER.requests("tokenusernamepassword")).singleElement().satisfies(
                    request -> assertThat(request.headers()).containsEntry("authorization", "cipher-of-password"));
        });
        add(Application.CALLS, "token.reuse", "1H", account -> {
            account.sessions().get(ID);
            account.sessions().get(ID);
            assertThat(SERVER.requests("get")).extracting(request -> request.headers().get("authorization")).hasSize(2)
                    .containsOnly(SERVER.requests("get").get(0).headers().get("authorization"));
        });
        add(Application.LIMITS, "token.ahead", "1H", account -> {
            account.sessions().get(ID);
            await().atMost(TIMEOUT).until(() -> SERVER.requests("gettoken").size() == 2);
        });
    }

    private static void calls() {
        add(Application.NONE, "timeout", "200MS", account -> {
            SERVER.answer("get", NEVER_ANSWER);
            assertThat(took(() -> assertThatThrownBy(() -> account.sessions().get(ID))
                    .isInstanceOf(EsignTimeoutException.class))).isLessThan(TIMEOUT);
        });
        add(Application.CALLS, "upload.slowest-rate", "700", account -> {
            SERVER.answer("create", NEVER_ANSWER);
            // At least 1,400 bytes at 700 bytes a second.
            assertThat(took(() -> catchThrowable(() -> account.sessions().create(session()
                    .documents(Document.of("a.pdf", new byte[900])).build())))).isGreaterThan(TIMEOUT.plusMillis(1500));
        });
        add(Application.CALLS, "create.look-up-after", "1500MS", account -> {
            SERVER.answer("create", DROP).answer(LOOK_UP, "{\"TotalCount\":0,\"Sessions\":[]}");
            catchThrowable(() -> account.sessions().create(session().build()));
            assertThat(between(SERVER.requests("create").get(0), SERVER.requests(LOOK_UP).get(0)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(1500));
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
        add(Application.CALLS, "retry-after.max-wait", "1S", account -> {
            SERVER.answer("get", 503, "text/html", "later", "Retry-After: 2");
            assertThatThrownBy(() -> account.sessions().get(ID)).isInstanceOf(UnavailableException.class);
            assertThat(SERVER.requests("get")).hasSize(1);
        });
    }

    private static void starts() {
        add(Application.CALLS, "start.delay", "1S", account -> {
            account.sessions().create(session().documents(Document.of("a.pdf", new byte[] { 1 }).anchorTags()).build());
            account.sessions().start(ID);
            assertThat(between(SERVER.requests("create").get(0), SERVER.requests("start").get(0)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(950));
        });
        add(Application.CALLS, "start.max-retries", "5", account -> {
            refuseStarts(10);
            assertThatThrownBy(() -> account.sessions().start(ID)).isInstanceOf(SessionNotReadyException.class);
            assertThat(SERVER.requests("start")).hasSize(6);
        });
        add(Application.CALLS, "start.retry-delay", "300MS", account -> {
            refuseStarts(1);
            account.sessions().start(ID);
            assertThat(waits()).singleElement().satisfies(
                    wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMillis(295)));
        });
        add(Application.CALLS, "start.max-retry-delay", "300MS",
                Map.of("start.retry-delay", "300MS", "start.max-retries", "5"), account -> {
                    refuseStarts(4);
                    account.sessions().start(ID);
                    // Doubled, the fourth one takes 2400 ms.
                    assertThat(waits()).hasSize(4).last()
                            .satisfies(wait -> assertThat(wait).isLessThan(Duration.ofMillis(2000)));
                });
        add(Application.PASSWORD, "start.jitter", "1S", Map.of("start.retry-delay", "1S"), account -> {
            refuseStarts(30);
            List<CompletableFuture<Void>> starts = IntStream.range(0, 30).mapToObj(session -> account.reactiveSessions()
                    .start(SessionId.of("session-" + session)).subscribeAsCompletionStage()).toList();
            starts.forEach(CompletableFuture::join);
            assertThat(SERVER.requests("start").stream().collect(Collectors.groupingBy(Request::target)).values())
                    .anyMatch(tries -> tries.size() == 2
                            && between(tries.get(0), tries.get(1)).compareTo(Duration.ofMillis(950)) < 0);
        });
        add(Application.NONE, "start.max-duration", "700MS", Map.of("start.retry-delay", "100MS", "start.max-retry-delay",
                "200MS", "start.max-retries", "100"), account -> {
                    refuseStarts(15);
                    assertThatThrownBy(() -> account.sessions().start(ID)).isInstanceOf(SessionNotReadyException.class);
                });
    }

    private static void limits() {
        Map<String, String> four = Map.of("circuit-breaker.request-volume-threshold", "4");
        add(Application.CALLS, "circuit-breaker.enabled", "false", four, account -> {
            fail(account, 4);
            assertThat(account.sessions().get(ID).title()).contains("T");
        });
        add(Application.LIMITS, "circuit-breaker.failure-ratio", "1.0", four, account -> {
            close(account);
            IntStream.range(0, 4).forEach(call -> account.sessions().get(ID));
            fail(account, 3);
            assertThat(account.sessions().get(ID).title()).contains("T");
        });
        add(Application.LIMITS, "circuit-breaker.request-volume-threshold", "4", account -> {
            close(account);
            fail(account, 4);
            assertThatThrownBy(() -> account.sessions().get(ID)).hasMessageContaining("left alone for a while");
        });
        add(Application.LIMITS, "circuit-breaker.delay", "500MS", four, account -> {
            close(account);
            fail(account, 4);
            await().atMost(Duration.ofSeconds(3)).until(() -> catchThrowable(() -> account.sessions().get(ID)) == null);
        });
        add(Application.CALLS, "bulkhead.enabled", "false", Map.of("bulkhead.max-calls", "1"), account -> {
            List<CompletableFuture<Session>> calls = hangingCalls(account, 2);
            try {
                await().atMost(TIMEOUT.dividedBy(2)).until(() -> SERVER.requests("get").size() == 2);
            } finally {
                calls.forEach(call -> call.cancel(true));
            }
        });
        add(Application.LIMITS, "bulkhead.max-calls", "1", account -> {
            close(account);
            List<CompletableFuture<Session>> calls = hangingCalls(account, 2);
            try {
                await().during(TIMEOUT.dividedBy(4)).atMost(TIMEOUT.dividedBy(2))
                        .until(() -> SERVER.requests("get").size() <= 1);
            } finally {
                calls.forEach(call -> call.cancel(true));
            }
        });
        add(Application.LIMITS, "bulkhead.max-waiting", "1", Map.of("bulkhead.max-calls", "1"), account -> {
            close(account);
            List<CompletableFuture<Session>> calls = hangingCalls(account, 3);
            try {
                await().atMost(TIMEOUT.dividedBy(2))
                        .until(() -> calls.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
            } finally {
                calls.forEach(call -> call.cancel(true));
            }
        });
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
        IntStream.range(0, times).forEach(start -> SERVER.answer("start", refused("not yet")));
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

    /** The breaker may be open, of whatever was shown before. */
    private static void close(EsignServices account) {
        await().until(() -> catchThrowable(() -> account.sessions().get(ID)) == null);
        SERVER.reset();
    }

    private static List<CompletableFuture<Session>> hangingCalls(EsignServices account, int calls) {
        return IntStream.range(0, calls).mapToObj(call -> {
            SERVER.answer("get", NEVER_ANSWER);
            return account.reactiveSessions().get(ID).subscribeAsCompletionStage();
        }).toList();
    }
}
