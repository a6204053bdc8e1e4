package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.AuthenticationException;
import dev.esign.EsignAccount;
import dev.esign.EsignUsers;
import dev.esign.SigningSessions;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.SessionId;
import dev.esign.model.UserStatus;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.test.QuarkusUnitTest;

/** Secrets come from a credentials provider, each account's by its name there, and are asked for anew. */
class CredentialsProviderTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, RecordingServer.Opening.class, Request.class,
                    Vault.class, OtherVault.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.credentials-provider", "esign/default")
            .overrideConfigKey("quarkus.esign.credentials-provider-name", "vault")
            .overrideConfigKey("quarkus.esign.salt", "salt-of-the-settings")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".username", "a@example.com")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".credentials-provider", "esign/a")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".credentials-provider-name", "other-vault")
            .overrideConfigKey("quarkus.esign.\"by-password\".username", "p@example.com")
            .overrideConfigKey("quarkus.esign.\"by-password\".salt", "salt-of-p")
            .overrideConfigKey("quarkus.esign.\"by-password\".token.source", "user-password")
            .overrideConfigKey("quarkus.esign.\"by-password\".credentials-provider", "esign/p")
            .overrideConfigKey("quarkus.esign.\"by-password\".credentials-provider-name", "other-vault");

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("brokerage-a")
    SigningSessions sessionsOfA;

    @Inject
    @EsignAccount("brokerage-a")
    EsignUsers usersOfA;

    @Inject
    @EsignAccount("by-password")
    SigningSessions sessionsByPassword;

    @Inject
    @Named("vault")
    Vault vault;

    @BeforeEach
    void reset() {
        SERVER.reset();
        vault.secrets = Map.of("password", "key-in-vault");
    }

    @Test
    void passwordOfTheProviderIsEncryptedOnceAsTheApiKey() {
        vault.secrets = Map.of("user", "nobody", "password", "key-one");
        sessions.get(ID);
        sessions.get(ID);

        assertThat(SERVER.requests("encrypt")).singleElement().satisfies(
                request -> assertThat(request.target()).isEqualTo("/rest/v1/encrypt/key-one/salt-of-the-settings"));
        assertThat(SERVER.requests("gettoken")).hasSize(2);
    }

    @Test
    void changedSecretIsUsedForTheNextToken() {
        vault.secrets = Map.of("api-key", "key-two", "password", "something else", "salt", "salt-in-vault");
        sessions.get(ID);
        vault.secrets = Map.of("encrypted-api-key", "cipher-three", "salt", "salt-three");
        sessions.get(ID);

        assertThat(SERVER.requests("encrypt")).singleElement()
                .satisfies(request -> assertThat(request.target()).isEqualTo("/rest/v1/encrypt/key-two/salt-in-vault"));
        assertThat(SERVER.requests("gettoken")).hasSize(2).last().satisfies(request -> {
            assertThat(request.target()).isEqualTo("/rest/v1/gettoken/salt-three");
            assertThat(request.headers()).containsEntry("authorization", "cipher-three");
        });
    }

    @Test
    void eachAccountAsksItsOwnProviderByItsOwnName() {
        SERVER.answer("PUT /rest/v1/users/provisionUser", "{\"Message\":\"Success\",\"Users\":[{\"SystemUserId\":\"7\"}]}");
        sessionsOfA.get(ID);
        usersOfA.provision("7", UserStatus.ACTIVE);

        assertThat(SERVER.requests("encrypt")).isEmpty();
        assertThat(SERVER.requests("gettoken")).first()
                .satisfies(request -> {
                    assertThat(request.target()).isEqualTo("/rest/v1/gettoken/salt-of-esign-a");
                    assertThat(request.headers()).containsEntry("authorization", "cipher-of-esign-a");
                });
        assertThat(SERVER.requests("PUT /rest/v1/users/provisionUser")).singleElement()
                .satisfies(request -> assertThat(request.body()).contains("salt-of-esign-a"));
    }

    @Test
    void userPasswordComesFromTheProvider() {
        sessionsByPassword.get(ID);

        assertThat(SERVER.requests("tokenusernamepassword")).singleElement().satisfies(request -> assertThat(request.target())
                .isEqualTo("/rest/v1/tokenusernamepassword/p%40example.com/salt-of-esign-p"));
    }

    @Test
    void callFailsUnsentWhenTheProviderFailsOrIsEmpty() {
        vault.secrets = Map.of("salt", "salt");
        assertThatThrownBy(() -> sessions.start(ID, URI.create("https://app.example.com/")))
                .isInstanceOf(AuthenticationException.class).hasMessageContaining("quarkus.esign.credentials-provider")
                .hasMessageContaining("no encrypted-api-key, no api-key and no password");
        vault.secrets = null;
        assertThatThrownBy(() -> sessions.get(ID)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("NullPointerException").message().doesNotContain("secret of the vault");

        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void secretsOfTheProviderAreMaskedInMessages() {
        vault.secrets = Map.of("encrypted-api-key", "cipher-four", "salt", "salt");
        String text = RecordingServer.refused("Error: invalid api key cipher-four");
        SERVER.answer("gettoken", text).answer("gettoken", text);

        assertThatThrownBy(() -> sessions.get(ID)).hasMessageContaining("invalid api key ***").message()
                .doesNotContain("cipher-four");
    }

    @Singleton
    @Named("vault")
    static class Vault implements CredentialsProvider {

        volatile Map<String, String> secrets;

        @Override
        public Map<String, String> getCredentials(String name) {
            if (secrets == null) {
                throw new NullPointerException("secret of the vault");
            }
            return name.equals("esign/default") ? secrets : Map.of();
        }
    }

    @ApplicationScoped
    @Named("other-vault")
    static class OtherVault implements CredentialsProvider {

        @Override
        public Map<String, String> getCredentials(String name) {
            String suffix = name.replace('/', '-');
            return Map.of("encrypted-api-key", "cipher-of-" + suffix, "encrypted-password", "password-of-" + suffix, "salt",
                    "salt-of-" + suffix);
        }
    }
}
