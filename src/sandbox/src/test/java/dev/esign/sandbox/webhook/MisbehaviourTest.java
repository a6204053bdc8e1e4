package dev.esign.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.WebhookMisbehaviour;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.webhook.Receiver.Received;

/** What receivers have to cope with. */
class MisbehaviourTest extends HubTest {

    private Receiver receiver;
    private WebhookHub hub;

    @BeforeEach
    void start() {
        receiver = Receiver.willing();
        hub = hub(receiver.url("/hook/s3cret"));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void duplicates() {
        hub.misbehave(WebhookMisbehaviour.DUPLICATE, 1);

        tellAll(SessionStatus.IN_SENT, SessionStatus.COMPLETED);

        assertThat(statuses()).containsExactly(2, 2, 3);
        assertThat(receiver.received().get(0).text()).isEqualTo(receiver.received().get(1).text());
        assertThat(hub.deliveries()).extracting(delivery -> delivery.misbehaviours().size()).containsExactly(1, 1, 0);
    }

    @Test
    void aDuplicateBehindTheNextMessage() {
        hub.misbehave(WebhookMisbehaviour.DUPLICATE, 1);
        hub.misbehave(WebhookMisbehaviour.OUT_OF_ORDER, 1, Duration.ofHours(1));

        tellAll(SessionStatus.IN_SENT, SessionStatus.COMPLETED);

        assertThat(statuses()).containsExactly(2, 3, 2);
    }

    @Test
    void outOfOrder() {
        hub.misbehave(WebhookMisbehaviour.OUT_OF_ORDER, 1, Duration.ofHours(1));

        tellAll(SessionStatus.IN_SENT, SessionStatus.IN_PAUSED, SessionStatus.COMPLETED);

        assertThat(statuses()).containsExactly(6, 2, 3);
    }

    @Test
    void onlyTheNextOfTheSameSessionOvertakes() {
        hub.misbehave(WebhookMisbehaviour.OUT_OF_ORDER, 1, Duration.ofHours(1));
        hub.on(Happenings.session("one", SessionStatus.IN_SENT));
        hub.on(Happenings.session("other", SessionStatus.IN_PAUSED));
        hub.awaitDelivery(delivery -> delivery.sessionId().equals("other"), SOON);
        assertThat(statuses()).containsExactly(6);

        hub.on(Happenings.session("one", SessionStatus.COMPLETED));
        hub.awaitIdle(SOON);

        assertThat(statuses()).containsExactly(6, 3, 2);
    }

    @Test
    void whatNobodyOvertakesIsSentAfterAll() {
        hub.misbehave(WebhookMisbehaviour.OUT_OF_ORDER, 1, Duration.ofMillis(20));

        tellAll(SessionStatus.IN_SENT);

        assertThat(statuses()).containsExactly(2);
    }

    @Test
    void lateAndTheLaterOnesBehindIt() {
        hub.misbehave(WebhookMisbehaviour.LATE, 1, Duration.ofMillis(200));
        long began = System.nanoTime();

        tellAll(SessionStatus.IN_SENT, SessionStatus.COMPLETED);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(statuses()).containsExactly(2, 3);
    }

    @Test
    void unknownStatusAndType() {
        hub.misbehave(WebhookMisbehaviour.UNKNOWN_STATUS, 1);
        hub.misbehave(WebhookMisbehaviour.UNKNOWN_TYPE, 2);

        tellAll(SessionStatus.IN_SENT, SessionStatus.COMPLETED, SessionStatus.PURGED);

        assertThat(statuses()).containsExactly(99, 3, 8);
        assertThat(receiver.received()).extracting(received -> received.data().path("Type").asText())
                .containsExactly("UnknownStatus", "UnknownStatus", "SessionStatus");
        assertThat(hub.deliveries()).extracting(WebhookDelivery::status).containsExactly(99, 3, 8);
    }

    @Test
    void moreMembersThanDocumented() {
        hub.misbehave(WebhookMisbehaviour.EXTRA_MEMBERS, 1);

        JsonNode message = tellOne().json();

        assertThat(message.properties()).extracting(member -> member.getKey()).containsExactly("Data", "UnknownText");
        assertThat(message.path("Data").path("UnknownObject").isObject()).isTrue();
        assertThat(message.path("Data").path("Status").asInt()).isEqualTo(2);
    }

    @Test
    void withoutData() {
        hub.misbehave(WebhookMisbehaviour.WITHOUT_DATA, 1);

        JsonNode message = tellOne().json();

        assertThat(message.has("Data")).isFalse();
        assertThat(message.path("SigningSessionId").asText()).isEqualTo(SESSION);
        assertThat(message.path("Status").asInt()).isEqualTo(2);
    }

    @Test
    void aWrongSecretAndTheRightOneWhenRepeatedByHand() {
        hub.misbehave(WebhookMisbehaviour.WRONG_SECRET, 1);

        tellAll(SessionStatus.IN_SENT);
        hub.redeliver("1");
        hub.awaitIdle(SOON);

        assertThat(receiver.received()).extracting(Received::path).containsExactly("/hook/wrong", "/hook/s3cret");
    }

    @Test
    void endsWhenToldTo() {
        hub.misbehave(WebhookMisbehaviour.DUPLICATE, 1_000_000);
        hub.misbehave(WebhookMisbehaviour.WITHOUT_DATA, 5);
        hub.behave();

        tellAll(SessionStatus.IN_SENT);

        assertThat(receiver.received()).singleElement().matches(received -> received.status() == 2);
    }

    @Test
    void countsMessagesAndNotReceivers() {
        try (Receiver other = Receiver.willing()) {
            hub.add(other.url("/"));
            hub.misbehave(WebhookMisbehaviour.UNKNOWN_STATUS, 1);

            tellAll(SessionStatus.IN_SENT, SessionStatus.COMPLETED);

            assertThat(statuses()).containsExactly(99, 3);
            assertThat(other.received()).extracting(Received::status).containsExactly(99, 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 1_000_001 })
    void refusesNumbersThatMakeNoSense(int times) {
        assertThatIllegalArgumentException().isThrownBy(() -> hub.misbehave(WebhookMisbehaviour.LATE, times))
                .withMessageContaining("times");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT0S", "PT-1S", "PT24H1S" })
    void refusesDelaysThatMakeNoSense(String delay) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hub.misbehave(WebhookMisbehaviour.LATE, 1, Duration.parse(delay)))
                .withMessageContaining("delay");
    }

    @Test
    void refusesADelayForWhatHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hub.misbehave(WebhookMisbehaviour.DUPLICATE, 1, Duration.ofSeconds(1)))
                .withMessageContaining("DUPLICATE");
    }

    private void tellAll(SessionStatus... statuses) {
        for (SessionStatus status : statuses) {
            hub.on(Happenings.session(SESSION, status));
        }
        hub.awaitIdle(SOON);
    }

    private Received tellOne() {
        tellAll(SessionStatus.IN_SENT);
        return receiver.received().get(0);
    }

    private List<Integer> statuses() {
        return receiver.received().stream().map(Received::status).toList();
    }
}
