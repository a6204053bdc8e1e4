package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.AuthenticationException;
import dev.esign.EsignAccount;
import dev.esign.EsignAccountSettings;
import dev.esign.EsignAccounts;
import dev.esign.EsignServices;
import dev.esign.EsignUsers;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.ReactiveEsignUsers;
import dev.esign.ReactiveSessionSigners;
import dev.esign.ReactiveSignedDocuments;
import dev.esign.ReactiveSigningSessions;
import dev.esign.SessionSigners;
import dev.esign.SignedDocuments;
import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Session;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import dev.esign.sandbox.EsignSandbox;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** Two accounts at two eSigns that know each other's keys, users and sessions not at all, and accounts opened at run time. */
class AccountsTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final String A = sandbox("a");
    private static final String B = sandbox("b");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Eventually.class, RecordingServer.class, RecordingServer.Opening.class,
                    Request.class))
            .overrideConfigKey("quarkus.esign.devservices.enabled", "false")
            .overrideConfigKey("quarkus.esign.return-url", "https://app.example.com/")
            .overrideConfigKey("quarkus.esign.start.delay", "50MS")
            .overrideConfigKey("quarkus.esign.start.retry-delay", "50MS")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".url", A)
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".api-key", "key-a")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".salt", "saltA")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".username", "a@example.com")
            .overrideConfigKey("quarkus.esign.\"brokerage-b\".url", B)
            .overrideConfigKey("quarkus.esign.\"brokerage-b\".api-key", "key-b")
            .overrideConfigKey("quarkus.esign.\"brokerage-b\".salt", "saltB")
            .overrideConfigKey("quarkus.esign.\"brokerage-b\".username", "b@example.com")
            .overrideConfigKey("quarkus.esign.\"wrong-key\".url", B)
            .overrideConfigKey("quarkus.esign.\"wrong-key\".api-key", "key-a")
            .overrideConfigKey("quarkus.esign.\"wrong-key\".salt", "salt")
            .overrideConfigKey("quarkus.esign.\"wrong-key\".username", "b@example.com")
            .overrideConfigKey("quarkus.esign.incomplete.url", B)
            .setAfterAllCustomizer(AccountsTest::closeSandboxes);

    @Inject
    @EsignAccount("brokerage-a")
    SigningSessions sessions;

    @Inject
    @EsignAccount("brokerage-a")
    ReactiveSigningSessions reactiveSessions;

    @Inject
    @EsignAccount("brokerage-a")
    SessionSigners signers;

    @Inject
    @EsignAccount("brokerage-a")
    ReactiveSessionSigners reactiveSigners;

    @Inject
    @EsignAccount("brokerage-a")
    EsignUsers users;

    @Inject
    @EsignAccount("brokerage-a")
    ReactiveEsignUsers reactiveUsers;

    @Inject
    @EsignAccount("brokerage-a")
    SignedDocuments documents;

    @Inject
    @EsignAccount("brokerage-a")
    ReactiveSignedDocuments reactiveDocuments;

    @Inject
    @EsignAccount("brokerage-b")
    SigningSessions sessionsOfB;

    @Inject
    @EsignAccount("incomplete")
    SigningSessions incomplete;

    @Inject
    SigningSessions defaultSessions;

    @Inject
    @Any
    Instance<SigningSessions> anySessions;

    @Inject
    EsignAccounts accounts;

    @Test
    void sessionOfOneAccountIsUnknownToTheOther() {
        SessionId id = sessions.send(agreement());

        assertThat(sessions.get(id).status()).contains(SessionStatus.IN_SENT);
        assertThat(reactiveSessions.get(id).await().indefinitely().status()).contains(SessionStatus.IN_SENT);
        assertThatThrownBy(() -> sessionsOfB.get(id)).isInstanceOf(NotFoundException.class);
        assertThat(sessionsOfB.send(agreement())).isNotEqualTo(id);
        assertThatThrownBy(() -> accounts.get("wrong-key").sessions().get(id)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void everyServiceOfAnAccountWorksWithIt() {
        SessionId id = reactiveSessions.send(agreement()).await().indefinitely();

        assertThat(sessions.get(id).title()).contains("Purchase agreement");
        assertThatThrownBy(() -> sessions.start(id)).isInstanceOf(InvalidSessionStateException.class);
        assertThatThrownBy(() -> signers.inviteToken(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reactiveSigners.inviteToken(" ").await().indefinitely())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> users.findById(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reactiveUsers.findById(" ").await().indefinitely())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> documents.inviteUrls(id)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> reactiveDocuments.inviteUrls(id).await().indefinitely())
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void accountsGetFindsAnAccountByItsName() {
        EsignServices b = accounts.get("brokerage-b");
        SessionId id = b.sessions().create(agreement());

        assertThat(sessionsOfB.get(id).title()).contains("Purchase agreement");
        assertThat(b.account()).isEqualTo("brokerage-b");
        assertThat(anySessions.select(EsignAccount.Literal.of("brokerage-b")).get().get(id).id()).isEqualTo(id);
        assertThat(accounts.names()).containsExactly("brokerage-a", "brokerage-b", "incomplete", "wrong-key");
    }

    @Test
    void accountsGetRejectsAnUnknownName() {
        assertThatThrownBy(() -> accounts.get("brokerage-x")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'brokerage-x'").hasMessageContaining("brokerage-a, brokerage-b")
                .hasMessageContaining("quarkus.esign.\"brokerage-x\".api-key");
    }

    @Test
    void firstCallListsMissingSettingsOfItsAccountAlone() {
        assertThatThrownBy(() -> incomplete.get(SessionId.of("x"))).hasRootCauseInstanceOf(ConfigurationException.class)
                .rootCause()
                .hasMessageContaining("quarkus.esign.\"incomplete\".api-key (QUARKUS_ESIGN__INCOMPLETE__API_KEY)")
                .hasMessageContaining("quarkus.esign.\"incomplete\".salt (QUARKUS_ESIGN__INCOMPLETE__SALT)")
                .hasMessageContaining("quarkus.esign.\"incomplete\".username (QUARKUS_ESIGN__INCOMPLETE__USERNAME)")
                .message().doesNotContain("INCOMPLETE__URL");
        assertThatThrownBy(() -> accounts.get("incomplete")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("QUARKUS_ESIGN__INCOMPLETE__SALT");
        assertThatThrownBy(() -> defaultSessions.get(SessionId.of("x"))).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.esign.url (QUARKUS_ESIGN_URL)");
    }

    @Test
    void openedAccountWorksUntilItIsClosed() {
        EsignServices tenant = accounts.open(EsignAccountSettings.named("tenant-7").url(URI.create(A)).apiKey("key-a")
                .salt("saltOfTenant").username("a@example.com").build());
        SigningSessions sessionsOfTenant = tenant.sessions();
        SessionId id = sessionsOfTenant.send(agreement());

        assertThat(sessions.get(id).status()).contains(SessionStatus.IN_SENT);
        assertThat(accounts.get("tenant-7")).isSameAs(tenant);
        assertThat(accounts.names()).contains("tenant-7");
        assertThat(accounts.close("tenant-7")).isTrue();
        assertThat(accounts.close("tenant-7")).isFalse();
        assertThatThrownBy(() -> sessionsOfTenant.get(id)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'tenant-7' is closed");
        assertThatThrownBy(tenant::users).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> accounts.get("tenant-7")).isInstanceOf(IllegalArgumentException.class);
        assertThat(sessions.get(id).status()).contains(SessionStatus.IN_SENT);

        EsignServices again = accounts.open(EsignAccountSettings.named("tenant-7").url(URI.create(A)).apiKey("key-a")
                .salt("other").username("a@example.com").build());
        assertThat(again.sessions().get(id).status()).contains(SessionStatus.IN_SENT);
        accounts.close("tenant-7");
    }

    @Test
    void closeWaitsForCallsUnderWay() {
        SERVER.reset();
        SERVER.answer("get", 503, "text/html", "<html>later</html>", "Retry-After: 1");
        EsignServices tenant = accounts.open(EsignAccountSettings.named("tenant-8").url(URI.create(SERVER.url()))
                .encryptedApiKey("cipher").salt("salt").username("t@example.com").build());
        CompletableFuture<Session> call = tenant.reactiveSessions().get(SessionId.of(RecordingServer.SESSION_ID))
                .subscribeAsCompletionStage();
        await().until(() -> SERVER.requests("get").size() == 1);

        accounts.close("tenant-8");

        assertThat(call.join().title()).contains("T");
        assertThat(SERVER.requests("get")).hasSize(2);
    }

    @Test
    void accountsOpenRejectsIncompleteSettingsAndTakenNames() {
        assertThatThrownBy(() -> accounts.open(EsignAccountSettings.named("t").apiKey("k").encryptedApiKey("e").build()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'t'")
                .hasMessageContaining("EsignAccountSettings.url: is missing")
                .hasMessageContaining("EsignAccountSettings.salt: is missing")
                .hasMessageContaining("EsignAccountSettings.username: is missing")
                .hasMessageContaining("EsignAccountSettings.encryptedApiKey: contradicts EsignAccountSettings.apiKey");
        assertThatThrownBy(() -> accounts.open(EsignAccountSettings.named("brokerage-a").url(URI.create(A)).apiKey("k")
                .salt("s").username("a@example.com").build())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'brokerage-a'");
        for (String name : List.of("", " ", "token", "<default>", "a\"b")) {
            assertThatThrownBy(() -> EsignAccountSettings.named(name)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("account");
        }
    }

    private static NewSession agreement() {
        return NewSession.titled("Purchase agreement")
                .documents(Document.file(Path.of("../docs/samples/purchase-agreement.docx")).anchorTags())
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com")).build();
    }

    /** This class is loaded twice, outside and inside the application; both see the sandboxes that were started first. */
    private static String sandbox(String name) {
        Object[] sandbox = (Object[]) sandboxes().computeIfAbsent(name, key -> {
            EsignSandbox started = EsignSandbox.builder().apiKeys("key-" + name).users(name + "@example.com")
                    .tagProcessing(Duration.ofMillis(200)).start();
            return new Object[] { started.url().toString(), started };
        });
        return (String) sandbox[0];
    }

    private static void closeSandboxes() {
        sandboxes().values().forEach(sandbox -> {
            try {
                ((AutoCloseable) ((Object[]) sandbox)[1]).close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        System.getProperties().remove(AccountsTest.class.getName());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> sandboxes() {
        return (Map<String, Object>) System.getProperties().computeIfAbsent(AccountsTest.class.getName(),
                key -> new ConcurrentHashMap<>());
    }
}
