package dev.esign.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.esign.sandbox.WebhookDelivery;
import dev.esign.sandbox.WebhookDelivery.Failure;
import dev.esign.sandbox.WebhookDelivery.State;
import dev.esign.sandbox.WebhookTarget;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.webhook.Receiver.Received;

/** Order, patience and limits. */
class DeliveryTest extends HubTest {

    @Test
    void eachSessionsMessagesKeepTheirOrder() {
        List<SessionStatus> way = List.of(SessionStatus.IN_DRAFT, SessionStatus.IN_SENT, SessionStatus.IN_PAUSED,
                SessionStatus.COMPLETED, SessionStatus.PURGED);
        // Odd messages take longer, so that whoever doesn't wait for them overtakes.
        try (Receiver receiver = Receiver.answering((received, number) -> {
            Thread.sleep(number % 2 * 5);
            return 200;
        })) {
            WebhookHub hub = hub(receiver.url("/"));

            for (SessionStatus status : way) {
                IntStream.range(0, 30).forEach(i -> hub.on(Happenings.session("session-" + i, status)));
            }
            hub.awaitIdle(SOON);

            for (int i = 0; i < 30; i++) {
                String id = "session-" + i;
                assertThat(receiver.received()).filteredOn(received -> received.sessionId().equals(id))
                        .extracting(Received::status).containsExactly(1, 2, 6, 3, 8);
            }
        }
    }

    @Test
    void noCallAndNoOtherSessionWaitsForASlowReceiver() {
        CountDownLatch answered = new CountDownLatch(1);
        try (Receiver receiver = Receiver.answering((received, number) -> {
            if (received.sessionId().equals("slow")) {
                answered.await();
            }
            return 200;
        })) {
            WebhookHub hub = hub(receiver.url("/"));

            hub.on(Happenings.session("slow", SessionStatus.IN_SENT));
            hub.on(Happenings.session("slow", SessionStatus.COMPLETED));
            hub.on(Happenings.session("quick", SessionStatus.COMPLETED));

            hub.awaitDelivery(delivery -> delivery.sessionId().equals("quick"), SOON);
            assertThat(hub.deliveries()).extracting(WebhookDelivery::state).containsExactly(State.PENDING, State.PENDING,
                    State.DELIVERED);
            answered.countDown();
            assertThat(hub.awaitIdle(SOON)).allMatch(delivery -> delivery.state() == State.DELIVERED);
        }
    }

    @Test
    void aReceiverIsSentEightMessagesAtOnceAtMost() {
        CountDownLatch eight = new CountDownLatch(8);
        CountDownLatch answered = new CountDownLatch(1);
        try (Receiver receiver = Receiver.answering((received, number) -> {
            eight.countDown();
            answered.await();
            return 200;
        })) {
            WebhookHub hub = hub(receiver.url("/"));
            IntStream.range(0, 20).forEach(i -> hub.on(Happenings.session("session-" + i, SessionStatus.IN_SENT)));

            await(eight);
            assertThat(threads()).filteredOn(thread -> thread.getName().contains("sender")).hasSize(8);
            assertThat(receiver.received()).hasSize(8);
            answered.countDown();
            hub.awaitIdle(SOON);
            assertThat(receiver.received()).hasSize(20);
        }
    }

    @Test
    void whatWasNotTakenIsSentAgainBeforeAnythingLaterOfItsSession() {
        try (Receiver receiver = Receiver.answering((received, number) -> number < 3 ? 503 : 200)) {
            WebhookHub hub = hub(2, LONG, receiver.url("/"));

            hub.on(Happenings.session(SESSION, SessionStatus.IN_SENT));
            hub.on(Happenings.session(SESSION, SessionStatus.COMPLETED));
            List<WebhookDelivery> deliveries = hub.awaitIdle(SOON);

            assertThat(receiver.received()).extracting(Received::status).containsExactly(2, 2, 2, 3);
            assertThat(deliveries).extracting(WebhookDelivery::state).containsOnly(State.DELIVERED);
            assertThat(deliveries.get(0).tries()).extracting(attempt -> attempt.statusCode().orElseThrow())
                    .containsExactly(503, 503, 200);
            assertThat(deliveries.get(0).tries()).extracting(attempt -> attempt.failure().orElse(null))
                    .containsExactly(Failure.STATUS, Failure.STATUS, null);
        }
    }

    @Test
    void whatIsNeverTakenIsGivenUpAndTheNextIsSent() {
        try (Receiver receiver = Receiver.answering((received, number) -> received.status() == 2 ? 500 : 200)) {
            WebhookHub hub = hub(1, LONG, receiver.url("/"));

            hub.on(Happenings.session(SESSION, SessionStatus.IN_SENT));
            hub.on(Happenings.session(SESSION, SessionStatus.COMPLETED));

            assertThat(hub.awaitIdle(SOON)).extracting(WebhookDelivery::state).containsExactly(State.FAILED, State.DELIVERED);
            assertThat(receiver.received()).extracting(Received::status).containsExactly(2, 2, 3);
        }
    }

    @Test
    void withoutRetriesOneTryIsAll() {
        try (Receiver receiver = Receiver.answering((received, number) -> 500)) {
            assertThat(tell(hub(receiver.url("/")))).singleElement().satisfies(delivery -> {
                assertThat(delivery.state()).isEqualTo(State.FAILED);
                assertThat(delivery.tries()).hasSize(1);
            });
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void eachRepetitionWaitsTwiceAsLongUpToAMinute() {
        WebhookSettings settings = new WebhookSettings(List.of(), 20, Duration.ofSeconds(7), Duration.ofSeconds(1));

        assertThat(IntStream.rangeClosed(1, 6).mapToObj(settings::waitAfter).map(Duration::toSeconds)).containsExactly(7L, 14L,
                28L, 56L, 60L, 60L);
        assertThat(settings.waitAfter(20)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void receiversComeAndGoWhileItRuns() {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        try (Receiver early = Receiver.answering((received, number) -> {
            arrived.countDown();
            answered.await();
            return 500;
        }); Receiver late = Receiver.willing()) {
            WebhookHub hub = hub(5, LONG, early.url("/"));
            hub.on(Happenings.session(SESSION, SessionStatus.IN_SENT));
            hub.on(Happenings.session(SESSION, SessionStatus.IN_PAUSED));
            await(arrived);

            WebhookTarget added = hub.add(late.url("/"));
            assertThat(hub.remove(hub.targets().get(0).id())).isTrue();
            assertThat(hub.remove("nobody")).isFalse();
            hub.on(Happenings.session(SESSION, SessionStatus.COMPLETED));
            hub.awaitDelivery(delivery -> delivery.state() == State.DROPPED, SOON);
            answered.countDown();

            assertThat(hub.targets()).containsExactly(added);
            assertThat(hub.awaitIdle(SOON)).extracting(WebhookDelivery::state).containsExactly(State.DROPPED, State.DROPPED,
                    State.DELIVERED);
            assertThat(early.received()).extracting(Received::status).containsExactly(2);
            assertThat(late.received()).extracting(Received::status).containsExactly(3);
        }
    }

    @Test
    void aReceiverIsKnownByItsUrl() {
        WebhookHub hub = hub(URI.create("http://localhost:1/a"));

        assertThat(hub.add(URI.create("http://localhost:1/a"))).isEqualTo(hub.targets().get(0));
        assertThat(hub.add(URI.create("http://localhost:1/b")).id()).isEqualTo("2");
        assertThat(hub.targets()).hasSize(2);
    }

    @Test
    void thereAreSixteenReceiversAtMost() {
        WebhookHub hub = hub(
                IntStream.rangeClosed(1, 16).mapToObj(i -> URI.create("http://localhost/" + i)).toArray(URI[]::new));

        assertThatIllegalStateException().isThrownBy(() -> hub.add(URI.create("http://localhost/s3cret")))
                .withMessageContaining("16").withMessageNotContaining("s3cret");
    }

    @Test
    void aDeliveryCanBeRepeatedByHand() {
        try (Receiver receiver = Receiver.answering((received, number) -> number == 1 ? 500 : 200)) {
            WebhookHub hub = hub(receiver.url("/"));
            WebhookDelivery failed = tell(hub).get(0);

            WebhookDelivery again = hub.redeliver(failed.id());
            hub.awaitIdle(SOON);

            assertThat(again.repeats()).contains(failed.id());
            assertThat(hub.deliveries()).extracting(WebhookDelivery::state).containsExactly(State.FAILED, State.DELIVERED);
            assertThat(receiver.received().get(1).text()).isEqualTo(receiver.received().get(0).text());
        }
    }

    @Test
    void onlyWhatIsKnownCanBeRepeated() {
        try (Receiver receiver = Receiver.willing()) {
            WebhookHub hub = hub(receiver.url("/"));
            tell(hub);
            hub.remove("1");

            assertThatIllegalStateException().isThrownBy(() -> hub.redeliver("1")).withMessageContaining("removed");
            assertThatIllegalArgumentException().isThrownBy(() -> hub.redeliver("2")).withMessageContaining("no webhook");
        }
    }

    @Test
    void theLastThousandDeliveriesAreKept() {
        try (Receiver receiver = Receiver.willing()) {
            WebhookHub hub = hub(receiver.url("/"));
            IntStream.rangeClosed(1, 1_005)
                    .forEach(i -> hub.on(Happenings.session("session-" + i % 50, SessionStatus.IN_SENT)));

            List<WebhookDelivery> kept = hub.awaitIdle(SOON);

            assertThat(kept).hasSize(1_000);
            assertThat(kept.get(0).id()).isEqualTo("6");
            assertThat(receiver.received()).hasSize(1_005);
        }
    }

    @Test
    void longTitlesDoNotFillTheMemory() {
        try (Receiver receiver = Receiver.willing()) {
            WebhookHub hub = hub(receiver.url("/"));
            String title = "x".repeat(1024 * 1024);
            for (int i = 0; i < 20; i++) {
                hub.on(Happenings.session(SESSION, SessionStatus.IN_SENT, title));
                hub.awaitIdle(SOON);
            }

            assertThat(hub.deliveries()).hasSize(7);
            assertThat(receiver.received()).hasSize(20);
        }
    }

    @Test
    void whatIsTooMuchIsDroppedAndSaid() {
        CountDownLatch answered = new CountDownLatch(1);
        try (Receiver receiver = Receiver.answering((received, number) -> {
            answered.await();
            return 200;
        })) {
            WebhookHub hub = hub(receiver.url("/"));
            IntStream.range(0, 10_001).forEach(i -> hub.on(Happenings.session(SESSION, SessionStatus.IN_SENT)));

            List<WebhookDelivery> kept = hub.deliveries();
            assertThat(kept.get(998).state()).isEqualTo(State.PENDING);
            assertThat(kept.get(999).state()).isEqualTo(State.DROPPED);
            answered.countDown();
        }
    }

    @Test
    void waitingInVainSaysSo() {
        WebhookHub hub = hub();

        assertThat(hub.awaitIdle(Duration.ZERO)).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> hub.awaitDelivery(delivery -> true, Duration.ofMillis(1)))
                .withMessageContaining("PT0.001S").withMessageContaining("0 pending");
    }

    @Test
    void aWaitingThreadCanBeInterrupted() {
        WebhookHub hub = hub();
        Thread.currentThread().interrupt();

        assertThatIllegalStateException().isThrownBy(() -> hub.awaitDelivery(delivery -> true, SOON))
                .withMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closingCutsWhatIsUnderWayAndLeavesNothing() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        RawReceiver.Answer stare = (socket, out) -> {
            arrived.countDown();
            while (socket.getInputStream().read() >= 0) {
                // Until the sender goes away.
            }
        };
        try (RawReceiver one = new RawReceiver(stare); RawReceiver other = new RawReceiver(stare)) {
            WebhookHub hub = hub(3, LONG, one.url(), other.url());
            hub.on(Happenings.session(SESSION, SessionStatus.IN_SENT));
            hub.on(Happenings.session(SESSION, SessionStatus.COMPLETED));
            await(arrived);

            hub.close();

            assertThat(threads()).allSatisfy(thread -> {
                // Its work is done; the JVM may take a moment to bury it.
                thread.join();
                assertThat(thread.isAlive()).isFalse();
            });
            one.done().join();
            other.done().join();
            hub.on(Happenings.session(SESSION, SessionStatus.PURGED));
            assertThat(hub.deliveries()).hasSize(4).allMatch(delivery -> delivery.state() == State.PENDING);
        }
    }

    @Test
    void withoutReceiversThereAreNoThreads() {
        WebhookHub hub = hub();

        hub.on(Happenings.session(SESSION, SessionStatus.IN_SENT));

        assertThat(hub.sendTest()).isEmpty();
        assertThat(hub.deliveries()).isEmpty();
        assertThat(threads()).isEmpty();
    }

    @Test
    void itsThreadsNeverKeepTheHostAlive() {
        try (Receiver receiver = Receiver.willing()) {
            tell(hub(receiver.url("/")));

            assertThat(threads()).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
