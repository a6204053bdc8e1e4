package dev.esign.deployment;

import static dev.esign.deployment.WebhookCaller.PATH;
import static dev.esign.deployment.WebhookCaller.SECRET;
import static dev.esign.deployment.WebhookCaller.status;
import static dev.esign.deployment.WebhookObserver.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.EsignAccount;
import dev.esign.EsignAccountSettings;
import dev.esign.EsignAccounts;
import dev.esign.EsignServices;
import dev.esign.EsignWebhook;
import dev.esign.event.SessionStatusChanged;
import dev.esign.event.SignerStatusChanged;
import dev.esign.event.UnknownNotification;
import dev.esign.event.WebhookEvent;
import dev.esign.event.WebhookEvent.Check;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerStatus;
import io.quarkus.test.QuarkusUnitTest;

/** eSign calls the application, which has nothing but an HTTP server, and its observers are told. */
class WebhookTest {

    private static final String OLD_SECRET = "webhook-secret-of-last-year";
    private static final String SECRET_OF_NORTH = "webhook-secret-of-north";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(WebhookCaller.class, WebhookObserver.class))
            .overrideConfigKey("quarkus.esign.devservices.enabled", "false")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.max-size", "2K")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET + "," + OLD_SECRET)
            .overrideConfigKey("quarkus.esign.url", "http://127.0.0.1:1")
            .overrideConfigKey("quarkus.esign.\"north\".api-key", "key")
            .overrideConfigKey("quarkus.esign.\"north\".salt", "salt")
            .overrideConfigKey("quarkus.esign.\"north\".username", "north@example.com")
            .overrideConfigKey("quarkus.esign.\"north\".webhook.secrets", SECRET_OF_NORTH);

    @Inject
    WebhookObserver observer;

    @Inject
    EsignWebhook webhook;

    @Inject
    @EsignAccount("north")
    EsignWebhook webhookOfNorth;

    @Inject
    EsignAccounts accounts;

    private final WebhookCaller caller = new WebhookCaller();
    private String session;

    @BeforeEach
    void anotherSession() {
        session = UUID.randomUUID().toString();
        observer.reset();
    }

    @Test
    void notificationReachesObserversOfBothStyles() {
        assertThat(caller.post(PATH, status("SessionStatus", 3, session)).statusCode()).isEqualTo(200);

        WebhookEvent completed = new SessionStatusChanged(EsignAccount.DEFAULT, SessionId.of(session), SessionStatus.COMPLETED,
                Optional.empty(),
                Optional.of("Lease"), Check.NOT_CHECKED);
        assertThat(observer.events).containsExactly(completed);
        assertThat(next(observer.later)).isEqualTo(completed);
    }

    @Test
    void declinesAndUndocumentedNotificationsReachObservers() {
        String signer = UUID.randomUUID().toString();
        caller.post(PATH, "{\"Data\":{\"SigningSessionId\":\"" + session + "\",\"SignerId\":\"" + signer
                + "\",\"Type\":\"SignerStatus\",\"Status\":6,\"DeclinedReason\":\"Wrong price\"}}");
        caller.post(PATH, status("DocumentStatus", 12, session));

        assertThat(observer.events).containsExactly(new SignerStatusChanged(EsignAccount.DEFAULT, SessionId.of(session),
                Optional.of(signer),
                SignerStatus.DECLINED, Optional.of("Wrong price"), Optional.empty(), Optional.empty(), Check.NOT_CHECKED));
        assertThat(List.of(next(observer.later), next(observer.later))).hasAtLeastOneElementOfType(SignerStatusChanged.class)
                .hasAtLeastOneElementOfType(UnknownNotification.class);
    }

    @Test
    void webhookAcceptsEverySecretAndHidesFromOthers() {
        assertThat(caller.post("/esign/webhook/" + OLD_SECRET, status("SessionStatus", 2, session)).statusCode())
                .isEqualTo(200);
        for (String path : List.of("/esign/webhook/wrong-secret-0123456789", "/esign/webhook/", "/esign/webhook",
                PATH + "x", PATH + "/more", "/esign/webhook/" + SECRET.substring(1))) {
            var refused = caller.post(path, status("SessionStatus", 3, session));
            assertThat(refused.statusCode()).as(path).isEqualTo(404);
            assertThat(refused.body()).as(path).doesNotContain(SECRET);
        }
        assertThat(caller.post("/esign/webhook/wrong-secret-0123456789", "x").body()).isEmpty();
        assertThat(observer.events).hasSize(1);
    }

    @Test
    void webhookAcceptsPostOnly() {
        var refused = caller.get(PATH);
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("POST");
        assertThat(caller.get("/esign/webhook/wrong-secret-0123456789").statusCode()).isEqualTo(404);
    }

    @Test
    void webhookRejectsUnreadableNotifications() {
        assertThat(caller.post(PATH, "<html>").statusCode()).isEqualTo(400);
        assertThat(caller.post(PATH, "").statusCode()).isEqualTo(400);
        assertThat(caller.post(PATH, "{\"Data\":" + "[".repeat(100) + "]".repeat(100) + "}").statusCode()).isEqualTo(400);
        assertThat(observer.events).isEmpty();
    }

    @Test
    void webhookRejectsLargeNotificationsUnread() {
        assertThat(caller.headOnly("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000\r\n\r\n"))
                .isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        assertThat(caller.headOnly("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "BB8\r\n" + " ".repeat(3000) + "\r\n")).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        assertThat(caller.post(PATH, status("SessionStatus", 3, session) + " ".repeat(1500)).statusCode()).isEqualTo(200);
    }

    @Test
    void webhookDropsDuplicatesButNotAStatusThatReturns() {
        for (int code : new int[] { 2, 2, 6, 6, 2 }) {
            assertThat(caller.post(PATH, status("SessionStatus", code, session)).statusCode()).isEqualTo(200);
        }
        assertThat(observer.events).extracting(event -> ((SessionStatusChanged) event).status())
                .containsExactly(SessionStatus.IN_SENT, SessionStatus.IN_PAUSED, SessionStatus.IN_SENT);
    }

    @Test
    void failingObserverLetsTheNotificationBeRepeated() {
        observer.sessionWork.set(() -> {
            throw new IllegalStateException("the application's database is down");
        });
        assertThat(caller.post(PATH, status("SessionStatus", 3, session)).statusCode()).isEqualTo(500);
        observer.sessionWork.set(() -> {
        });
        assertThat(caller.post(PATH, status("SessionStatus", 3, session)).statusCode()).isEqualTo(200);
        assertThat(observer.events).hasSize(1);
    }

    @Test
    void webhookRespondsBeforeAsynchronousObserversEnd() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        observer.laterWork.set(() -> await(answered));

        assertThat(caller.post(PATH, status("SessionStatus", 3, session)).statusCode()).isEqualTo(200);
        assertThat(observer.later).isEmpty();
        answered.countDown();
        next(observer.later);
    }

    @Test
    void webhookReturnsItsUrlForTheVendor() {
        assertThat(webhook.path()).isEqualTo(PATH);
        assertThat(webhook.url(URI.create("https://www.example.com/"))).hasToString("https://www.example.com" + PATH);
        assertThat(webhook).asString().doesNotContain(SECRET);
    }

    @Test
    void secretSelectsTheAccountOfANotification() {
        caller.post(webhookOfNorth.path(), status("SessionStatus", 3, session));
        caller.post(PATH, status("SessionStatus", 3, session));

        assertThat(observer.events).extracting(WebhookEvent::account).containsExactly("north", EsignAccount.DEFAULT);
        assertThat(observer.eventsOfNorth).containsExactly(observer.events.peek());
        assertThat(List.of(next(observer.later), next(observer.later))).extracting(WebhookEvent::account)
                .containsExactlyInAnyOrder("north", EsignAccount.DEFAULT);
        assertThat(next(observer.laterOfNorth).account()).isEqualTo("north");
        assertThat(webhookOfNorth.path()).isEqualTo("/esign/webhook/" + SECRET_OF_NORTH);
    }

    @Test
    void openedAccountIsNotifiedUntilItIsClosed() {
        EsignServices tenant = accounts.open(EsignAccountSettings.named("tenant").apiKey("key").salt("salt")
                .username("tenant@example.com").webhookSecrets("webhook-secret-of-tenant").build());
        String path = tenant.webhook().path();

        assertThat(caller.post(path, status("SessionStatus", 3, session)).statusCode()).isEqualTo(200);
        accounts.close("tenant");
        assertThat(caller.post(path, status("SessionStatus", 4, session)).statusCode()).isEqualTo(404);

        assertThat(observer.events).extracting(WebhookEvent::account).containsExactly("tenant");
    }

    @Test
    void accountsOpenRejectsTheSecretOfAnotherAccount() {
        EsignAccountSettings settings = EsignAccountSettings.named("tenant").apiKey("key").salt("salt")
                .username("tenant@example.com").webhookSecrets(SECRET_OF_NORTH).build();

        assertThatThrownBy(() -> accounts.open(settings)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another account's").hasMessageNotContaining(SECRET_OF_NORTH);
        assertThat(accounts.names()).containsExactly("north");
        assertThat(webhookOfNorth.path()).isEqualTo("/esign/webhook/" + SECRET_OF_NORTH);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
