package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import dev.esign.SigningSessions;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** In dev and test mode accounts of which nothing or only a part is set work with the sandbox. */
class AccountsDevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.\"brokerage-b\".encrypted-api-key", "c2VjcmV0")
            .overrideConfigKey("quarkus.esign.\"brokerage-b\".username", "b@example.com")
            .overrideConfigKey("quarkus.esign.office.timeout", "20S");

    @Inject
    @EsignAccount("brokerage-a")
    SigningSessions sessions;

    @Inject
    EsignAccounts accounts;

    @Test
    void work() {
        SessionId id = sessions.create(NewSession.titled("T").build());

        assertThat(sessions.get(id).title()).contains("T");
        assertThat(accounts.get("office").sessions().get(id).title()).contains("T");
        assertThat(accounts.get(EsignAccount.DEFAULT).sessions().get(id).title()).contains("T");
        assertThat(accounts.names()).containsExactly("brokerage-a", "brokerage-b", "office");
        assertThat(accounts.get("brokerage-b").sessions()).isNotNull();
    }
}
