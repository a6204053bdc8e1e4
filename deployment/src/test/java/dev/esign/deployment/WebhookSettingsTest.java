package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static dev.esign.deployment.WebhookCaller.SECRET;
import static dev.esign.deployment.WebhookCaller.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** Where messages are taken, what is refused and what is remembered is as the settings say. */
class WebhookSettingsTest {

    private static final String PATH = "/told/by/esign/" + SECRET;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Eventually.class, WebhookCaller.class, WebhookObserver.class))
            .overrideConfigKey("quarkus.esign.devservices.enabled", "false")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET)
            .overrideConfigKey("quarkus.esign.webhook.path", "/told/by/esign")
            .overrideConfigKey("quarkus.esign.webhook.max-depth", "3")
            .overrideConfigKey("quarkus.esign.webhook.duplicates.window", "1S")
            .overrideConfigKey("quarkus.esign.webhook.duplicates.max", "1");

    @Inject
    WebhookObserver observer;

    private final WebhookCaller caller = new WebhookCaller();
    private String session;

    @BeforeEach
    void anotherSession() {
        session = UUID.randomUUID().toString();
        observer.reset();
    }

    @Test
    void notificationsAreAcceptedAtTheConfiguredPathOnly() {
        assertThat(caller.post(WebhookCaller.PATH, status("SessionStatus", 3, session)).statusCode()).isEqualTo(404);
        assertThat(caller.post(PATH, status("SessionStatus", 3, session)).statusCode()).isEqualTo(200);
        assertThat(observer.events).hasSize(1);
    }

    @Test
    void notificationsNestedTooDeepAreRejected() {
        assertThat(caller.post(PATH, nested("[0]")).statusCode()).isEqualTo(200);
        assertThat(caller.post(PATH, nested("[[0]]")).statusCode()).isEqualTo(400);
    }

    /** By default neither the time nor the number of sessions would do. */
    @Test
    void duplicatesAreForgottenWhenOtherSessionsCome() {
        for (String told : new String[] { session, UUID.randomUUID().toString(), session }) {
            caller.post(PATH, status("SessionStatus", 3, told));
        }
        assertThat(observer.events).hasSize(3);
    }

    @Test
    void duplicatesAreForgottenWithTime() {
        caller.post(PATH, status("SessionStatus", 3, session));
        await().untilAsserted(() -> {
            caller.post(PATH, status("SessionStatus", 3, session));
            assertThat(observer.events).hasSize(2);
        });
    }

    private String nested(String value) {
        return "{\"Data\":{\"SigningSessionId\":\"" + session + "\",\"Type\":\"SessionStatus\",\"Status\":3,\"More\":" + value
                + "}}";
    }
}
