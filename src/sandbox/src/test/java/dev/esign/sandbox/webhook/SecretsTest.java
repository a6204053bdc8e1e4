package dev.esign.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;

import dev.esign.sandbox.session.SessionStatus;

/** What is in a URL goes to its receiver only, and what is in a message nowhere else either. */
class SecretsTest extends HubTest {

    @Test
    void userInformationIsSentAsBasicAuthentication() {
        try (Receiver receiver = Receiver.willing()) {
            tell(hub(URI.create("http://me:p%C3%A4ss@127.0.0.1:" + receiver.port() + "/")));

            String expected = Base64.getEncoder().encodeToString("me:päss".getBytes(StandardCharsets.UTF_8));
            assertThat(receiver.received().get(0).headers().get("Authorization")).containsExactly("Basic " + expected);
            assertThat(receiver.received().get(0).headers().get("Host")).containsExactly("127.0.0.1:" + receiver.port());
        }
    }

    @Test
    void neitherLogsNorTextsTellAnythingSecret() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = handler(logged);
        Logger logger = Logger.getLogger(WebhookHub.class.getPackageName());
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        try (Receiver receiver = Receiver.answering((received, number) -> 500)) {
            WebhookHub hub = hub(URI.create("http://s3cret:s3cret@127.0.0.1:" + receiver.port() + "/s3cret?s3cret"));
            hub.on(Happenings.session(SESSION, SessionStatus.IN_SENT, "s3cret"));
            hub.awaitIdle(SOON);

            assertThat(logged).isNotEmpty().noneMatch(line -> line.contains("s3cret"));
            assertThat(hub.deliveries().toString()).contains("127.0.0.1").doesNotContain("s3cret");
            assertThat(hub.targets().toString()).contains("127.0.0.1").doesNotContain("s3cret");
            assertThat(Message.of(Happenings.session(SESSION, SessionStatus.IN_SENT, "s3cret")).toString()).contains(SESSION)
                    .doesNotContain("s3cret");
        } finally {
            logger.setLevel(null);
            logger.removeHandler(handler);
        }
    }

    @Test
    void aReceiverThatKeepsFailingIsLoggedOnce() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = handler(logged);
        Logger logger = Logger.getLogger(WebhookHub.class.getName());
        logger.addHandler(handler);
        try (Receiver receiver = Receiver.answering((received, number) -> number == 4 ? 200 : 500)) {
            WebhookHub hub = hub(receiver.url("/"));
            for (int i = 0; i < 5; i++) {
                tell(hub);
            }

            assertThat(logged).hasSize(2).allMatch(line -> line.contains("STATUS"));
        } finally {
            logger.removeHandler(handler);
        }
    }

    private static Handler handler(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage() + " "
                        + List.of(entry.getParameters() == null ? new Object[0] : entry.getParameters()));
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
