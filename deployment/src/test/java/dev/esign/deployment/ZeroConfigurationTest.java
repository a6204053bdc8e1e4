package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.SessionSigners;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import dev.esign.runtime.SessionOperations;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Vertx;

/** An application that adds the extension and configures nothing works, against the sandbox. */
class ZeroConfigurationTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new NestedTests()
            .withApplicationRoot(jar -> jar.addClasses(NestedTests.class, CollectedLogs.class))
            .setBeforeAllCustomizer(CollectedLogs::begin)
            .setAfterAllCustomizer(CollectedLogs::end);

    @Inject
    SigningSessions sessions;

    @Inject
    Vertx vertx;

    @Inject
    SessionSigners signers;

    /** An application that adds the extension and configures nothing works, against the sandbox. */
    @Nested
    class Sessions {

        private static final Path AGREEMENT = Path.of("../docs/samples/purchase-agreement.docx");

        @Test
        void sendCreatesATransactionOnce() {
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
        void sessionIsCreatedUpdatedStartedAndRead() {
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
            assertThat(sessions.signInUrl(id).toString()).contains("token=***").contains("ssid=" + id)
                    .endsWith("page=continue");
        }
    }

    /** An event loop is never blocked: the call fails and says what to do. */
    @Nested
    class EventLoops {

        @Test
        void blockingCallsRejectAnEventLoop() {
            assertRefused(() -> sessions.get(SessionId.of("s")));
            assertRefused(() -> sessions.archived());
            assertRefused(() -> sessions.start(SessionId.of("s"), URI.create("https://example.com/")));
        }

        private void assertRefused(Runnable call) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            vertx.getOrCreateContext().runOnContext(ignored -> {
                try {
                    call.run();
                    done.complete(null);
                } catch (RuntimeException refused) {
                    done.completeExceptionally(refused);
                }
            });
            assertThatThrownBy(() -> done.get(2, TimeUnit.MINUTES)).isInstanceOf(ExecutionException.class).cause()
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("@RunOnVirtualThread");
        }
    }

    /** What looks like a slip in a session is logged once when the session is sent, and sent. */
    @Nested
    class Warnings {

        @Test
        void mistypedRoleIsLoggedAndSent() {
            SessionId id = sessions.create(NewSession.titled("SECRET").signers(signer("Seler 1"), signer("Witness")).build());
            sessions.update(SessionUpdate.of(id).signers(signer("buyer1")).build());

            assertThat(sessions.get(id).signers()).extracting(signer -> signer.role().orElseThrow().name())
                    .containsExactly("Seler 1", "Witness", "buyer1");

            // Whether the sandbox takes this call is nothing to the warning.
            catchThrowable(() -> signers.update(id, List.of(signer("Buyr 1").build())));

            String logger = SessionOperations.class.getName() + " ";
            assertThat(CollectedLogs.entries(Level.WARNING)).filteredOn(entry -> entry.contains("role: is '")).containsExactly(
                    logger + "CreateSession: signers[0].role: is 'Seler 1'; if 'Seller 1' is meant, spell it so: anchor tags "
                            + "and templates go by the name",
                    logger + "UpdateSession: signers[0].role: is 'buyer1'; if 'Buyer 1' is meant, spell it so: anchor tags "
                            + "and templates go by the name",
                    logger + "UpdateSigners: role: is 'Buyr 1'; if 'Buyer 1' is meant, spell it so: anchor tags and "
                            + "templates go by the name");
            assertThat(CollectedLogs.entries(Level.SEVERE)).isEmpty();
        }

        private static Signer.Builder signer(String role) {
            return Signer.as(role).name("SECRET", "SECRET").email("secret@example.com");
        }
    }
}
