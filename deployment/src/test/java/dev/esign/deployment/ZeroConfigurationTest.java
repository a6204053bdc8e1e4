package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusUnitTest;

/** An application that adds the extension and configures nothing works, against the sandbox. */
class ZeroConfigurationTest {

    private static final Path AGREEMENT = Path.of("../docs/samples/purchase-agreement.docx");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication();

    @Inject
    SigningSessions sessions;

    @Test
    void sendsATransactionOnce() {
        NewSession agreement = NewSession.titled("Listing agreement")
                .documents(Document.file(AGREEMENT).anchorTags().build())
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com").build())
                .build();

        SessionId id = sessions.send(agreement);

        assertThat(sessions.send(agreement)).isEqualTo(id);
        assertThat(sessions.findByTransactionId(agreement.transactionId())).singleElement()
                .satisfies(row -> assertThat(row.status()).contains(SessionStatus.IN_SENT));
    }

    @Test
    void createsUpdatesStartsAndReadsASession() {
        AtomicLong lastSent = new AtomicLong();
        NewSession draft = NewSession.titled("Purchase agreement")
                .documents(Document.file(AGREEMENT).anchorTags().build())
                .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com").build())
                .build();

        SessionId id = sessions.create(draft, (sent, total) -> {
            assertThat(sent).isLessThanOrEqualTo(total);
            lastSent.set(sent == total ? total : 0);
        });
        assertThat(lastSent).hasPositiveValue();
        sessions.update(SessionUpdate.of(id)
                .signers(Signer.as(SignerRole.buyer(1)).name("Alan", "Turing").email("alan@example.com").build()).build());
        sessions.start(id);

        assertThat(sessions.get(id)).satisfies(session -> {
            assertThat(session.status()).contains(SessionStatus.IN_SENT);
            assertThat(session.title()).contains("Purchase agreement");
            assertThat(session.transactionId()).contains(draft.transactionId());
            assertThat(session.signers()).extracting(signer -> signer.role().orElseThrow())
                    .containsExactly(SignerRole.seller(1), SignerRole.buyer(1));
        });
        assertThat(sessions.signInUrl(id).toString()).contains("token=***").contains("ssid=" + id).endsWith("page=continue");
    }
}
