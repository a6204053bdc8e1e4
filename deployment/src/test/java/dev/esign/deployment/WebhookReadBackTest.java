package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static dev.esign.deployment.WebhookCaller.SECRET;
import static dev.esign.deployment.WebhookCaller.status;
import static dev.esign.deployment.WebhookObserver.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.RecordingServer.Request;
import dev.esign.event.WebhookEvent;
import dev.esign.event.WebhookEvent.Check;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** A message is believed when the session, read from eSign, doesn't contradict it. */
class WebhookReadBackTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final String SECRET_OF_NORTH = "webhook-secret-of-north";
    private static final String SECRET_OF_ANOTHER = "webhook-secret-of-another";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(Eventually.class, RecordingServer.class, Request.class, WebhookCaller.class,
                            WebhookObserver.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-rest-deployment", Version.getVersion())))
            .overrideConfigKey("quarkus.http.root-path", "/app")
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.api-key", "key")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.verify", "read-back")
            .overrideConfigKey("quarkus.esign.webhook.read-back-delay", "2.3S")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET)
            .overrideConfigKey("quarkus.esign.\"north\".encrypted-api-key", "encrypted-key-of-north")
            .overrideConfigKey("quarkus.esign.\"north\".salt", "salt")
            .overrideConfigKey("quarkus.esign.\"north\".username", "north@example.com")
            .overrideConfigKey("quarkus.esign.\"north\".webhook.secrets", SECRET_OF_NORTH)
            .overrideConfigKey("quarkus.esign.\"without-key\".webhook.secrets", SECRET_OF_ANOTHER);

    @Inject
    WebhookObserver observer;

    private final WebhookCaller caller = new WebhookCaller();

    @BeforeEach
    void forget() {
        SERVER.reset();
        observer.reset();
    }

    @Test
    void confirmedNotificationReachesObserversOfBothStyles() {
        SERVER.answer("get", RecordingServer.session(3));
        send(3);
        assertThat(next(observer.events).check()).isEqualTo(Check.CONFIRMED);
        assertThat(next(observer.later).check()).isEqualTo(Check.CONFIRMED);
        assertThat(SERVER.requests("get")).hasSize(1);
    }

    @Test
    void notificationContradictedTwiceIsDropped() {
        SERVER.answer("get", RecordingServer.session(2)).answer("get", RecordingServer.session(2));
        send(4);
        await().until(() -> SERVER.requests("get").size() == 2);
        assertThat(SERVER.requests("get").get(1).nanos() - SERVER.requests("get").get(0).nanos())
                .as("more than the two seconds of the default").isGreaterThanOrEqualTo(2_250_000_000L);

        // The same message again is looked at again, and this time it is true after a while.
        SERVER.answer("get", RecordingServer.session(2)).answer("get", RecordingServer.session(4));
        await().untilAsserted(() -> {
            send(4);
            assertThat(observer.events).isNotEmpty();
        });
        assertThat(observer.events).singleElement().extracting("check").isEqualTo(Check.CONFIRMED);
    }

    @Test
    void notificationIsUndecidedWhenTheSessionCannotBeRead() {
        for (int i = 0; i < 3; i++) {
            SERVER.answer("get", 500, "text/html", "<html>broken</html>");
        }
        send(7);
        assertThat(next(observer.events).check()).isEqualTo(Check.UNDECIDED);
    }

    @Test
    void sessionIsReadWithTheAccountOfTheSecret() {
        SERVER.answer("get", RecordingServer.session(8));
        send(SECRET_OF_NORTH, 8);

        WebhookEvent event = next(observer.events);
        assertThat(event.account()).isEqualTo("north");
        assertThat(event.check()).isEqualTo(Check.CONFIRMED);
        assertThat(SERVER.requests("gettoken")).singleElement().extracting(request -> request.headers().get("authorization"))
                .isEqualTo("encrypted-key-of-north");
    }

    @Test
    void notificationIsUndecidedForAnAccountWithoutKey() {
        send(SECRET_OF_ANOTHER, 8);

        WebhookEvent event = next(observer.events);
        assertThat(event.account()).isEqualTo("without-key");
        assertThat(event.check()).isEqualTo(Check.UNDECIDED);
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void failingObserverLeavesOthersNotified() {
        observer.sessionWork.set(() -> {
            throw new IllegalStateException("the application's database is down");
        });
        SERVER.answer("get", RecordingServer.session(6));
        send(6);
        assertThat(next(observer.later).check()).isEqualTo(Check.CONFIRMED);
    }

    private void send(int status) {
        send(SECRET, status);
    }

    private void send(String secret, int status) {
        assertThat(caller.post("/app/esign/webhook/" + secret, status("SessionStatus", status, RecordingServer.SESSION_ID))
                .statusCode())
                .isEqualTo(200);
    }
}
