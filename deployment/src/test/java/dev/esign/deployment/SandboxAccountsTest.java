package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.Delay;
import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import dev.esign.SigningSessions;
import dev.esign.event.StartDelayed;
import dev.esign.model.Document;
import dev.esign.model.InvalidSessionException;
import dev.esign.model.NewSession;
import dev.esign.model.Problem;
import dev.esign.model.SessionId;
import dev.esign.model.SessionUpdate;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import dev.esign.runtime.SessionOperations;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * In test mode accounts of which nothing or only a part is set work with the sandbox, which tells the application of changes.
 */
class SandboxAccountsTest {

    private static final String SECRET = "a-secret-of-the-application";
    private static final String PATIENT = "dev.esign.deployment.SandboxAccountsTest$Delays$Patient/";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new NestedTests()
            .withApplicationRoot(jar -> jar.addClasses(NestedTests.class, Eventually.class, CollectedLogs.class, FreePort.class,
                    WebhookReceiver.class))
            .setBeforeAllCustomizer(CollectedLogs::begin)
            .setAfterAllCustomizer(CollectedLogs::end)
            .overrideConfigKey("quarkus.http.test-port", String.valueOf(FreePort.find()))
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET)
            .overrideConfigKey("quarkus.esign.\"brokerage-b\".encrypted-api-key", "c2VjcmV0")
            .overrideConfigKey("quarkus.esign.\"brokerage-b\".username", "b@example.com")
            .overrideConfigKey("quarkus.esign.office.timeout", "20S")
            .overrideConfigKey("quarkus.esign.strict.anchor-tags.check", "refuse")
            .overrideConfigKey("quarkus.esign.lenient.anchor-tags.check", "warn")
            .overrideConfigKey("quarkus.esign.careless.anchor-tags.check", "off")
            .overrideConfigKey("quarkus.esign.hashes.anchor-tags.opening-delimiter", "#")
            .overrideConfigKey("quarkus.esign.hashes.anchor-tags.closing-delimiter", "#")
            .overrideConfigKey(PATIENT + "configured/Delay/value", "2")
            .overrideConfigKey(PATIENT + "configured/Delay/unit", "HOURS")
            .overrideConfigKey(PATIENT + "switchedOff/Delay/enabled", "false");

    @Inject
    SigningSessions sessions;

    @Inject
    @EsignAccount("strict")
    SigningSessions strict;

    @Inject
    @EsignAccount("lenient")
    SigningSessions lenient;

    @Inject
    @EsignAccount("careless")
    SigningSessions careless;

    @Inject
    @EsignAccount("hashes")
    SigningSessions hashes;

    @Inject
    @EsignAccount("brokerage-a")
    SigningSessions sessionsOfA;

    @Inject
    EsignAccounts accounts;

    @Inject
    Delays.Patient patient;

    @Inject
    WebhookReceiver receiver;

    /** Anchor tags are looked at before documents are sent: errors are refused, or told in the log, as the account wants it. */
    @Nested
    class AnchorTags {

        /** Has tags for Seller 1 and Buyer 1. */
        private static final Path AGREEMENT = Path.of("../docs/samples/purchase-agreement.docx");

        @Test
        void createRejectsTagsWhoseRoleNoSignerHas() {
            NewSession session = agreement(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Buyr 1");

            assertThatThrownBy(() -> strict.create(session))
                    .isInstanceOfSatisfying(InvalidSessionException.class, refused -> assertThat(refused.problems())
                            .isNotEmpty()
                            .allSatisfy(problem -> assertThat(problem.path()).isEqualTo("documents[1]"))
                            .extracting(Problem::problem)
                            .allMatch(text -> text.contains("role: 'Buyer 1' is no signer's; did you mean 'Buyr 1'?")));
            assertThat(strict.findByTransactionId(session.transactionId())).isEmpty();
        }

        @Test
        void createSendsTagsThatFitTheSigners() {
            SessionId id = strict.create(agreement(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Buyer 1"));

            assertThat(strict.get(id).signers()).hasSize(2);
        }

        @Test
        void createDoesNotCheckDocumentsWithoutAnchorTags() {
            strict.create(agreement(Document.file(AGREEMENT), "Buyr 1"));
        }

        @Test
        void createRejectsAnUnreadableFile() {
            NewSession session = agreement(Document.of("broken.pdf", "%PDF-1.7 and no more".getBytes()).anchorTags(),
                    "Seller 1");

            assertThatThrownBy(() -> strict.create(session)).isInstanceOf(InvalidSessionException.class)
                    .hasMessageContaining("documents[1]: anchor tags, ").hasMessageContaining("DOCUMENT_BROKEN");
        }

        @Test
        void updateChecksDocumentsButNotRoles() throws Exception {
            SessionId id = strict.create(agreement(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Buyer 1"));

            strict.update(SessionUpdate.of(id).documents(Document.file(AGREEMENT).anchorTags()).build());
            byte[] cut = Arrays.copyOf(Files.readAllBytes(AGREEMENT), 2_000);
            assertThatThrownBy(() -> strict.update(SessionUpdate.of(id).documents(Document.of("cut.docx", cut).anchorTags())
                    .build())).isInstanceOf(InvalidSessionException.class);
        }

        @Test
        void lenientAccountLogsFindingsAndSends() {
            lenient.create(agreement(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Witness"));

            assertThat(warnings())
                    .anyMatch(text -> text.contains("role: 'Buyer 1' is no signer's") && text.endsWith("(ROLE_WITHOUT_SIGNER)"))
                    .anyMatch(text -> text.contains(" CreateSession: signers: anchor tags, signer: 'Witness' has no tag"))
                    .noneMatch(text -> text.contains("purchase-agreement"));
        }

        @Test
        void carelessAccountLogsNoFindings() {
            careless.create(agreement(Document.file(AGREEMENT).anchorTags(), "Careless"));

            assertThat(warnings()).noneMatch(text -> text.contains("Careless"));
        }

        @Test
        void checkUsesTheDelimitersOfTheAccount() {
            hashes.create(agreement(Document.file(AGREEMENT).anchorTags(), "Seller 1", "Buyer 1"));

            assertThat(warnings()).anyMatch(text -> text.contains("document: has no tag between '#' and '#'"));
        }

        private static NewSession agreement(Document.Builder document, String... roles) {
            NewSession.Builder session = NewSession.titled("Purchase agreement").transactionId("T-" + System.nanoTime())
                    .documents(Document.of("cover.txt", "cover".getBytes()), document);
            for (String role : roles) {
                session.signers(Signer.as(role).name("SECRET", "SECRET").email("secret@example.com"));
            }
            return session.build();
        }

        private static List<String> warnings() {
            return CollectedLogs.entries(Level.WARNING).stream()
                    .filter(entry -> entry.startsWith(SessionOperations.class.getName())).map(String::strip).toList();
        }
    }

    /** In dev and test mode accounts of which nothing or only a part is set work with the sandbox. */
    @Nested
    class Accounts {

        @Test
        void accountsWithFewSettingsWorkWithTheSandbox() {
            SessionId id = sessionsOfA.create(NewSession.titled("T").build());

            assertThat(sessionsOfA.get(id).title()).contains("T");
            assertThat(accounts.get("office").sessions().get(id).title()).contains("T");
            assertThat(accounts.get(EsignAccount.DEFAULT).sessions().get(id).title()).contains("T");
            assertThat(accounts.names()).containsExactly("brokerage-a", "brokerage-b", "careless", "hashes", "lenient",
                    "office", "strict");
            assertThat(accounts.get("brokerage-b").sessions()).isNotNull();
        }
    }

    /**
     * {@code @Delay} on an application's own methods: most delays are so long that they are only over when they are broken off.
     */
    @Nested
    class Delays {

        @BeforeEach
        void forgetDelays() {
            patient.delays().clear();
        }

        @Test
        void blockingMethodWaitsInItsThread() throws InterruptedException {
            SessionId id = create();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread caller = new Thread(() -> failure.set(catchThrowable(() -> patient.blocking(id))));
            caller.start();
            await().until(() -> !patient.delays().isEmpty());

            caller.interrupt();
            caller.join();
            assertThat(failure.get()).isInstanceOf(CancellationException.class);
            assertThat(patient.delays()).singleElement().satisfies(delayed -> assertThat(delayed.delay()).isPositive()
                    .isLessThanOrEqualTo(Duration.ofHours(1)));
        }

        @Test
        void reactiveMethodWaitsOnceItIsSubscribedTo() {
            SessionId id = create();
            Uni<Long> done = patient.reactive(id);
            assertThat(patient.delays()).isEmpty();

            Cancellable waiting = done.subscribe().with(ignored -> {
            });
            assertThat(patient.delays()).singleElement().satisfies(delayed -> assertThat(delayed.delay()).isPositive()
                    .isLessThanOrEqualTo(Duration.ofHours(1)));
            waiting.cancel();
        }

        @Test
        void delayCanBeConfigured() {
            Cancellable waiting = patient.configured(create()).subscribe().with(ignored -> {
            });

            assertThat(patient.delays()).singleElement().satisfies(delayed -> assertThat(delayed.delay())
                    .isBetween(Duration.ofHours(1), Duration.ofHours(2)));
            waiting.cancel();
        }

        @Test
        void delayCanBeSwitchedOff() {
            patient.switchedOff(create());

            assertThat(patient.delays()).isEmpty();
        }

        @Test
        void methodsRunWhenTheDelayIsOver() {
            long beforeUpload = System.nanoTime();
            patient.soon(create());
            assertThat(Duration.ofNanos(System.nanoTime() - beforeUpload)).isGreaterThanOrEqualTo(Duration.ofMillis(300));

            beforeUpload = System.nanoTime();
            long ran = patient.soonReactive(create()).await().indefinitely();
            assertThat(Duration.ofNanos(ran - beforeUpload)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }

        @Test
        void methodRunsAtOnceForASessionThatWasNotSentFromHere() {
            patient.blocking(SessionId.of("unknown"));

            assertThat(patient.delays()).isEmpty();
        }

        private SessionId create() {
            return sessions.create(NewSession.titled("T")
                    .documents(Document.of("a.docx", new byte[] { 1 }).anchorTags().build()).build());
        }

        @ApplicationScoped
        static class Patient {

            private final List<StartDelayed> delays = new CopyOnWriteArrayList<>();

            List<StartDelayed> delays() {
                return delays;
            }

            void on(@Observes StartDelayed delayed) {
                delays.add(delayed);
            }

            @Delay(value = 1, unit = ChronoUnit.HOURS)
            void blocking(SessionId sessionId) {
            }

            @Delay(value = 1, unit = ChronoUnit.HOURS)
            Uni<Long> reactive(SessionId sessionId) {
                return Uni.createFrom().item(System::nanoTime);
            }

            @Delay
            Uni<Long> configured(SessionId sessionId) {
                return Uni.createFrom().item(System::nanoTime);
            }

            @Delay
            void switchedOff(SessionId sessionId) {
            }

            @Delay(value = 300, unit = ChronoUnit.MILLIS)
            void soon(SessionId sessionId) {
            }

            @Delay(value = 300, unit = ChronoUnit.MILLIS)
            Uni<Long> soonReactive(SessionId sessionId) {
                return Uni.createFrom().item(System::nanoTime);
            }
        }
    }

    /** An application that takes webhook calls at a given port is told of changes. */
    @Nested
    class Webhooks {

        @Test
        void sandboxNotifiesAnApplicationAtAFixedPort() {
            sessions.start(sessions.create(NewSession.titled("Offer")
                    .documents(Document.of("a.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)).build())
                    .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com").build())
                    .build()));

            await().untilAsserted(() -> assertThat(receiver.paths()).isNotEmpty().containsOnly("/esign/webhook/" + SECRET));
        }
    }
}
