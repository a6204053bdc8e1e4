package dev.esign.runtime.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.esign.EsignAccount;
import dev.esign.model.SessionId;
import dev.esign.runtime.webhook.WebhookMessage.Kind;

class RecentMessagesTest {

    private final AtomicLong now = new AtomicLong();
    private final RecentMessages recent = new RecentMessages(Duration.ofMinutes(10), 3, now::get);

    @Test
    void theSameMessageIsNewsOnlyOnce() {
        assertThat(recent.add(status("a", 2))).isTrue();
        assertThat(recent.add(status("a", 2))).isFalse();
        assertThat(recent.add(status("b", 2))).isTrue();
        assertThat(recent.add(status("a", 2))).isFalse();
    }

    @Test
    void aStatusThatComesBackIsNews() {
        assertThat(recent.add(status("a", 2))).isTrue();
        assertThat(recent.add(status("a", 6))).isTrue();
        assertThat(recent.add(status("a", 2))).isTrue();
        assertThat(recent.add(status("a", 2))).isFalse();
    }

    @Test
    void isForgottenInTime() {
        recent.add(status("a", 2));
        pass(Duration.ofMinutes(9));
        recent.add(status("b", 2));
        assertThat(recent.add(status("a", 2))).isFalse();
        pass(Duration.ofMinutes(1));
        assertThat(recent.add(status("a", 2))).isTrue();
        assertThat(recent.add(status("b", 2))).isFalse();
    }

    @Test
    void theOldestIsForgottenWhenThereAreTooMany() {
        for (String session : new String[] { "a", "b", "c", "d" }) {
            recent.add(status(session, 2));
        }
        assertThat(recent.size()).isEqualTo(3);
        assertThat(recent.add(status("d", 2))).isFalse();
        assertThat(recent.add(status("a", 2))).isTrue();
    }

    @Test
    void whatIsTakenBackIsNewsAgain() {
        recent.add(status("a", 2));
        recent.remove(status("a", 3));
        assertThat(recent.add(status("a", 2))).isFalse();
        recent.remove(status("a", 2));
        assertThat(recent.add(status("a", 2))).isTrue();
    }

    @Test
    void whatOneAccountIsToldIsStillNewsToAnother() {
        assertThat(recent.add(status("a", 2))).isTrue();
        assertThat(recent.add(status("north", "a", 2))).isTrue();
        assertThat(recent.add(status("north", "a", 2))).isFalse();
    }

    @Test
    void withoutAWindowEverythingIsNews() {
        RecentMessages none = new RecentMessages(Duration.ZERO, 3, now::get);
        assertThat(none.add(status("a", 2))).isTrue();
        assertThat(none.add(status("a", 2))).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static WebhookMessage status(String session, int code) {
        return status(EsignAccount.DEFAULT, session, code);
    }

    private static WebhookMessage status(String account, String session, int code) {
        return new WebhookMessage(account, Kind.SESSION_STATUS, SessionId.of(session), Optional.empty(), Optional.empty(),
                Optional.of("SessionStatus"), Optional.of(code), Optional.empty(), Optional.empty());
    }
}
