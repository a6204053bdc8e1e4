package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.api.SessionBodyReader;
import dev.esign.sandbox.http.RequestBody;
import dev.esign.sandbox.session.Mail;
import dev.esign.sandbox.session.MovableClock;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.SessionEvent;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.Surroundings;
import dev.esign.sandbox.session.TimeMachine;

/** What the clock does to sessions, in which order, and without anybody looking. */
class TimeTest extends SandboxTest {

    private static final String IP = "192.0.2.7";

    private final MovableClock movable = new MovableClock(clock, Duration.ZERO);
    private final Sessions sessions = new Sessions(Surroundings.of(movable, Duration.ZERO));
    private final TimeMachine time = new TimeMachine(movable, sessions, lead -> {
    });
    private final List<String> events = new ArrayList<>();

    @Test
    void daysThatAreJumpedOverHappenInTheirOrder() throws Exception {
        listen();
        start("A", "'ExpiresOn':'2026-11-25','ReminderFrequencyDays':2");
        start("B", "'ExpiresOn':'2026-11-24'");
        events.clear();

        time.forwardTo(MutableClock.NOW.plus(Duration.ofDays(60)));

        assertThat(events).containsExactly("B Cancelled 2026-11-24T00:00:00Z", "B Expired 2026-11-24T00:00:00Z",
                "A Cancelled 2026-11-25T00:00:00Z", "A Expired 2026-11-25T00:00:00Z");
        assertThat(mails(Mail.Kind.REMINDER)).containsExactly("ann@example.com 2026-11-23T15:30:00Z");
        assertThat(mails(Mail.Kind.EXPIRED)).hasSize(4);
        assertThat(movable.instant()).isEqualTo(MutableClock.NOW.plus(Duration.ofDays(60)));
    }

    @Test
    void remindersGoToThoseWhoseTurnItIs() throws Exception {
        SigningSession session = sessions.create(SessionChange.of(Client.json(body(
                "'Title':'x','UseSequence':1,'ReminderFrequencyDays':3", "{'FormId':'t'}",
                SIGNER + ",{'LastName':'Ray','EmailAddress':'bob@example.com','SignerRole':'b'}")), clock.instant()), IP);
        session.start("https://example.com", IP);

        time.forwardTo(MutableClock.NOW.plus(Duration.ofDays(7)));
        assertThat(mails(Mail.Kind.REMINDER)).containsExactly("ann@example.com 2026-11-24T15:30:00Z",
                "ann@example.com 2026-11-27T15:30:00Z");
        session.pause(IP);
        time.forwardTo(MutableClock.NOW.plus(Duration.ofDays(30)));
        assertThat(mails(Mail.Kind.REMINDER)).hasSize(2);
    }

    @Test
    void completedSessionsAreArchivedAfter30Days() throws Exception {
        SigningSession session = start("A", "");
        session.close(IP);
        listen();

        time.forwardTo(MutableClock.NOW.plus(Duration.ofDays(31)));

        assertThat(events).containsExactly("A Archived 2026-12-21T15:30:00Z");
    }

    @Test
    void aPurgeWaits72HoursAndCanBeTakenBack() throws Exception {
        SigningSession session = start("A", "");
        session.close(IP);
        session.purge(false, IP);
        time.forwardTo(MutableClock.NOW.plus(Duration.ofHours(71)));
        session.cancelPurge(IP);
        assertThat(session.snapshot().status().label()).isEqualTo("Completed");

        session.purge(false, IP);
        listen();
        time.forwardTo(MutableClock.NOW.plus(Duration.ofDays(10)));

        assertThat(events).containsExactly("A Purged 2026-11-27T14:30:00Z");
        assertThat(session.snapshot().contents().documents().get(0).content().size()).isZero();
        assertThat(session.snapshot().contents().documents().get(0).fileName()).isEqualTo("a.docx");
    }

    @Test
    void timePassesWithoutAnybodyLooking() {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'2026-11-22'", DOCUMENT, SIGNER));

        List<String> seen = new CopyOnWriteArrayList<>();
        sandbox.sessions().onChange(session -> seen.add(session.status()));

        clock.advance(Duration.ofDays(1));

        // Nobody asks for the session before the event has come.
        while (seen.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(seen).containsExactly("Expired");
        assertThat(sandbox.sessions().get(Client.id(created)).log().get(1).description()).isEqualTo("Session expired.");
    }

    @Test
    void theSandboxsClockMovesForwardOnly() {
        JsonNode created = createReady();
        client.start(created);
        sandbox.clock().advance(Duration.ofHours(1));
        sandbox.clock().set(MutableClock.NOW.plus(Duration.ofDays(2)));

        assertThat(sandbox.clock().now()).isEqualTo(MutableClock.NOW.plus(Duration.ofDays(2)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(sandbox.clock().now()).isEqualTo(MutableClock.NOW.plus(Duration.ofDays(2)).plusSeconds(60));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.clock().set(MutableClock.NOW))
                .withMessageContaining("does not go back");
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.clock().advance(Duration.ofDays(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.clock().advance(Duration.ofDays(4_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.clock().advance(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void theClockRunsWithTheOneItWasGiven() {
        MovableClock running = new MovableClock(Clock.systemUTC(), Duration.ofDays(3));
        Instant before = Clock.systemUTC().instant();

        running.forwardTo(before);

        assertThat(running.instant()).isBetween(before.plus(Duration.ofDays(3)), before.plus(Duration.ofDays(4)));
    }

    private void listen() {
        sessions.listen(event -> {
            String what = event instanceof SessionEvent.SignerMoved moved ? moved.signer().status().label()
                    : event.session().status().label();
            events.add(event.session().contents().title() + " " + what + " " + event.at());
            assertThat(movable.instant()).isEqualTo(event.at());
        });
    }

    private SigningSession start(String title, String info) throws Exception {
        String settings = "'Title':'" + title + "'" + (info.isEmpty() ? "" : "," + info);
        RequestBody body = RequestBodies.of(body(settings, DOCUMENT, SIGNER));
        SigningSession session = sessions.create(SessionChange.of(new SessionBodyReader(body).read(), clock.instant()), IP);
        session.start("https://example.com", IP);
        return session;
    }

    private List<String> mails(Mail.Kind kind) {
        return sessions.mails().stream().filter(mail -> mail.kind() == kind).map(mail -> mail.to() + " " + mail.at()).toList();
    }
}
