package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** A mistyped key is reported by its name, that of an account too; right ones aren't. */
class UnknownSettingsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.esign.api-kee", "k")
            .overrideConfigKey("quarkus.esign.tokn.source", "api-key")
            .overrideConfigKey("quarkus.esign.start.delai", "1S")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".api-kee", "k")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".start.delai", "1S")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".api-key", "k")
            .overrideConfigKey("quarkus.esign.\"brokerage-a\".start.delay", "1S")
            .overrideConfigKey("quarkus.esign.office.wire.authentication-numbers.none", "1")
            .overrideConfigKey("quarkus.esign.timeout", "30S")
            .setLogRecordPredicate(record -> record.getMessage().contains("Unrecognized configuration key"))
            .assertLogRecords(records -> assertThat(records).map(LogRecord::getParameters)
                    .map(parameters -> String.valueOf(parameters[0])).filteredOn(key -> key.startsWith("quarkus.esign"))
                    .containsExactlyInAnyOrder("quarkus.esign.api-kee", "quarkus.esign.tokn.source",
                            "quarkus.esign.start.delai", "quarkus.esign.\"brokerage-a\".api-kee",
                            "quarkus.esign.\"brokerage-a\".start.delai"));

    @Test
    void areReported() {
        // what is looked at is the log
    }
}
