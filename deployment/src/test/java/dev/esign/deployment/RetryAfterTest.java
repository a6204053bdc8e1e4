package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.RateLimitedException;
import dev.esign.SigningSessions;
import dev.esign.UnavailableException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** A call that changes nothing comes back when eSign asks it to. */
class RetryAfterTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.encrypted-api-key", "cipher")
            .overrideConfigKey("quarkus.esign.salt", "salt")
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.retry-after.max-retries", "2")
            .overrideConfigKey("quarkus.esign.retry-after.max-wait", "5S");

    @Inject
    SigningSessions sessions;

    @BeforeEach
    void reset() {
        SERVER.reset();
    }

    @Test
    void afterSecondsOrADateWithAFreshToken() {
        String past = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).minusDays(1));
        refuse("get", 429, "Retry-After: 1");
        refuse("get", 503, "Retry-After: " + past);
        long start = System.nanoTime();

        sessions.get(ID);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(SERVER.requests("get")).hasSize(3).extracting(request -> request.headers().get("authorization"))
                .doesNotHaveDuplicates();
    }

    @Test
    void tokensToo() {
        refuse("gettoken", 429, "Retry-After: 0");

        sessions.create(NewSession.titled("T").build());

        assertThat(SERVER.requests("gettoken")).hasSize(2);
        assertThat(SERVER.requests("create")).hasSize(1);
    }

    @Test
    void notForEver() {
        for (int i = 0; i < 4; i++) {
            refuse("get", 429, "Retry-After: 0");
        }

        assertThatThrownBy(() -> sessions.get(ID)).isInstanceOfSatisfying(RateLimitedException.class,
                limited -> assertThat(limited.retryAfter()).contains(Duration.ZERO));
        assertThat(SERVER.requests("get")).hasSize(3);
    }

    @Test
    void notWhenItTakesTooLongOrNoTimeIsSaid() {
        refuse("get", 503, "Retry-After: 6");
        assertThatThrownBy(() -> sessions.get(ID)).isInstanceOfSatisfying(UnavailableException.class,
                unavailable -> assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(6)));
        refuse("get", 503, "");
        assertThatThrownBy(() -> sessions.get(ID)).isInstanceOfSatisfying(UnavailableException.class,
                unavailable -> assertThat(unavailable.retryAfter()).isEmpty());
        assertThat(SERVER.requests("get")).hasSize(2);
    }

    @Test
    void notWhatChangesASession() {
        refuse("create", 429, "Retry-After: 0");

        assertThatThrownBy(() -> sessions.create(NewSession.titled("T").build())).isInstanceOf(RateLimitedException.class);
        assertThat(SERVER.requests("create")).hasSize(1);
    }

    private static void refuse(String operation, int status, String header) {
        SERVER.answer(operation, status, "text/html", "<html>later</html>", header);
    }
}
