package dev.esign.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.WebhookDelivery.State;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.SignerStatus;
import dev.esign.sandbox.webhook.Receiver.Received;

/** What receivers are told, byte for byte. */
class MessageTest extends HubTest {

    private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";

    @Test
    void aSessionsStatusIsPostedAsDocumented() {
        try (Receiver receiver = Receiver.willing()) {
            WebhookHub hub = hub(receiver.url("/hooks/s3cret?a=b%20c"));

            hub.on(Happenings.session(SESSION, SessionStatus.PURGED));
            hub.awaitIdle(SOON);

            Received received = receiver.received().get(0);
            assertThat(received.verb()).isEqualTo("POST");
            assertThat(received.path()).isEqualTo("/hooks/s3cret?a=b%20c");
            assertThat(received.headers().get("Content-Type")).containsExactly("application/json; charset=utf-8");
            assertThat(received.headers().get("Host")).containsExactly("127.0.0.1:" + receiver.port());
            assertThat(received.headers()).doesNotContainKey("Authorization");
            assertThat(received.text()).isEqualTo("""
                    {"Data":{"SigningSessionId":"%s","NewSigningSessionId":"%s","SignerId":"%s","Type":"SessionStatus",\
                    "Status":8,"Title":"Offer 1\\/2"}}""".formatted(SESSION, NO_GUID, NO_GUID));
        }
    }

    @Test
    void aSignersStatusNamesTheSigner() {
        try (Receiver receiver = Receiver.willing()) {
            WebhookHub hub = hub(receiver.url("/"));

            hub.on(Happenings.signer(SESSION, SIGNER, SignerStatus.AUTHENTICATION_FAILED, "Declined before"));
            hub.awaitIdle(SOON);

            assertThat(receiver.received().get(0).text()).isEqualTo("""
                    {"Data":{"SigningSessionId":"%s","NewSigningSessionId":"%s","SignerId":"%s","Type":"SignerStatus",\
                    "Status":8,"Title":"Offer 1\\/2"}}""".formatted(SESSION, NO_GUID, SIGNER));
        }
    }

    @Test
    void onlyADeclineHasAReason() {
        try (Receiver receiver = Receiver.willing()) {
            WebhookHub hub = hub(receiver.url("/"));

            hub.on(Happenings.signer(SESSION, SIGNER, SignerStatus.DECLINED, "Zu teuer: 5 €"));
            hub.awaitIdle(SOON);

            assertThat(receiver.received().get(0).data().path("Status").asInt()).isEqualTo(6);
            assertThat(receiver.received().get(0).data().path("DeclinedReason").asText()).isEqualTo("Zu teuer: 5 €");
        }
    }

    @Test
    void aTestMessageIsAboutNoSessionThatExists() {
        try (Receiver receiver = Receiver.willing(); Receiver other = Receiver.willing()) {
            WebhookHub hub = hub(receiver.url("/"), other.url("/"));

            assertThat(hub.sendTest()).hasSize(2).allMatch(delivery -> delivery.state() == State.PENDING);
            hub.awaitIdle(SOON);

            assertThat(receiver.received()).singleElement().satisfies(received -> {
                assertThat(received.sessionId()).hasSize(36).isNotEqualTo(NO_GUID);
                assertThat(received.status()).isEqualTo(1);
                assertThat(received.data().path("Title").asText()).contains("Test");
            });
            assertThat(other.received()).hasSize(1);
        }
    }

    @Test
    void theLogTellsTheMessageAndItsFate() {
        try (Receiver receiver = Receiver.answering((received, number) -> 204)) {
            WebhookHub hub = hub(receiver.url("/hook"));
            hub.on(Happenings.signer(SESSION, SIGNER, SignerStatus.INVITED, null));

            WebhookDelivery delivery = hub.awaitDelivery(one -> one.status() == 2, SOON);

            assertThat(delivery.id()).isEqualTo("1");
            assertThat(delivery.target()).isEqualTo(hub.targets().get(0).id());
            assertThat(delivery.sessionId()).isEqualTo(SESSION);
            assertThat(delivery.signerId()).contains(SIGNER);
            assertThat(delivery.type()).isEqualTo("SignerStatus");
            assertThat(delivery.at()).isEqualTo(Happenings.NOW);
            assertThat(delivery.body()).isEqualTo(receiver.received().get(0).text());
            assertThat(delivery.state()).isEqualTo(State.DELIVERED);
            assertThat(delivery.repeats()).isEmpty();
            assertThat(delivery.tries()).singleElement().satisfies(attempt -> {
                assertThat(attempt.statusCode()).hasValue(204);
                assertThat(attempt.failure()).isEmpty();
                assertThat(attempt.at()).isEqualTo(Happenings.NOW);
                assertThat(attempt.took()).isPositive();
            });
        }
    }
}
