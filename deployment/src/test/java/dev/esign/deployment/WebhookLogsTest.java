package dev.esign.deployment;

import static dev.esign.deployment.WebhookCaller.PATH;
import static dev.esign.deployment.WebhookCaller.SECRET;
import static dev.esign.deployment.WebhookCaller.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** The secret in the webhook's path gets into no log, the access log included, whatever the levels. */
class WebhookLogsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(WebhookCaller.class))
            .overrideConfigKey("quarkus.http.access-log.enabled", "true")
            .overrideConfigKey("quarkus.http.access-log.exclude-pattern", "/excluded")
            .overrideConfigKey("quarkus.log.min-level", "TRACE")
            .overrideConfigKey("quarkus.log.level", "TRACE")
            .overrideConfigKey("quarkus.log.console.level", "INFO")
            .overrideConfigKey("quarkus.esign.devservices.enabled", "false")
            .overrideConfigKey("quarkus.esign.webhook.enabled", "true")
            .overrideConfigKey("quarkus.esign.webhook.secrets", SECRET)
            .setLogRecordPredicate(record -> !record.getLoggerName().startsWith("jdk.")) // the caller's own
            .assertLogRecords(WebhookLogsTest::withoutTheSecret);

    @Test
    void callsOfEveryKind() {
        WebhookCaller caller = new WebhookCaller();
        caller.post(PATH, status("SessionStatus", 3, "7c9e6679-7425-40de-944b-e07fc1f90ae7"));
        caller.post(PATH, "unreadable");
        caller.post(PATH, " ".repeat(100_000));
        caller.post(PATH + "/more", "");
        caller.get(PATH);
        caller.get("/excluded");
        caller.get("/logged");
    }

    private static void withoutTheSecret(List<LogRecord> records) {
        PatternFormatter formatter = new PatternFormatter("%c %s%e");
        List<String> lines = records.stream().map(formatter::format).toList();
        assertThat(lines).anyMatch(line -> line.startsWith("io.quarkus.http.access-log") && line.contains("/logged"))
                .anyMatch(line -> line.contains("SessionStatus Completed of session 7c9e6679-7425-40de-944b-e07fc1f90ae7"))
                .noneMatch(line -> line.startsWith("io.quarkus.http.access-log") && line.contains("/excluded"));
        assertThat(lines.stream().filter(line -> line.contains(SECRET))).isEmpty();
    }
}
