package dev.esign.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.EsignAccounts;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;

/** The examples of the guide to accounts compile, work without configuration, and are printed there as they are here. */
class AccountsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Offices.class, Tenants.class, OwnTokens.class, DocumentedExample.class))
            .overrideConfigKey("quarkus.esign.south.timeout", "30S");

    @Inject
    Offices offices;

    @Inject
    Tenants tenants;

    @Inject
    EsignAccounts accounts;

    @Test
    void officesSend() {
        SessionId fromNorth = offices.sendFromNorth(agreement());
        SessionId fromSouth = offices.sendFrom("south", agreement());

        assertThat(accounts.get("north").sessions().get(fromNorth).status()).contains(SessionStatus.IN_SENT);
        assertThat(accounts.get("south").sessions().get(fromSouth).status()).contains(SessionStatus.IN_SENT);
    }

    @Test
    void tenantsComeAndGo() {
        tenants.add("tenant-7", "bm90IGEgcmVhbCBrZXk=", "salt", "owner@example.com");
        SigningSessions sessions = tenants.sessions("tenant-7");

        tenants.remove("tenant-7");

        assertThatThrownBy(() -> sessions.send(agreement())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(classes = { Offices.class, Tenants.class, OwnTokens.class })
    void theExampleIsTheOneInTheGuide(Class<?> example) {
        DocumentedExample.assertPrintedIn("docs/accounts.md", example);
    }

    private static NewSession agreement() {
        return NewSession.titled("Purchase agreement").documents(Document.of("agreement.pdf", new byte[] { 37, 80, 68, 70 }))
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com")).build();
    }
}
