package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Our keys are the defaults of the standard ones, which win. */
class StandardKeysTest {

    private static final String START = "dev.esign.SigningSessions/start/";

    @ParameterizedTest
    @ValueSource(strings = { "https://api.example.com", "https://api.example.com/", "https://api.example.com/rest",
            " https://api.example.com/rest/ ", "https://api.example.com/rest/v1", "https://api.example.com//" })
    void theAddressIsTakenWithAndWithoutRest(String url) {
        assertThat(StandardKeys.base(url)).isEqualTo("https://api.example.com");
    }

    @Test
    void ourKeysAreTranslated() {
        SmallRyeConfig config = config("quarkus.esign.url", "https://${host}/rest", "host", "api.example.com",
                "quarkus.esign.connect-timeout", "90S", "quarkus.esign.start.retry-delay", "250MS",
                "quarkus.esign.start.max-retries",
                "7",
                "quarkus.esign.start.delay", "1.5S");

        assertThat(config.getValue("quarkus.rest-client.esign.url", String.class)).isEqualTo("https://api.example.com");
        assertThat(config.getValue("quarkus.rest-client.esign.connect-timeout", Long.class)).isEqualTo(90_000);
        assertThat(config.getValue(START + "Retry/delay", Long.class)).isEqualTo(250);
        assertThat(config.getValue(START + "Retry/delayUnit", String.class)).isEqualTo("MILLIS");
        assertThat(config.getValue(START + "Retry/maxRetries", Integer.class)).isEqualTo(7);
        assertThat(config.getValue(START + "Delay/value", Long.class)).isEqualTo(1500);
        assertThat(config.getPropertyNames()).contains("quarkus.rest-client.esign.url");
    }

    @ParameterizedTest
    @CsvSource({ "1S, 8S, 60S, 1000, 8000", "1S, 8S, 3S, 1000, 2999", "5S, 8S, 3S, 2998, 2999", "1S, 0.1S, 60S, 99, 100",
            "1S, 1S, 60S, 999, 1000", "10S, 90S, 0S, 10000, 90000" })
    void aWaitIsShortenedToFitIntoLongerOnes(String delay, String maxDelay, String maxDuration, long expectedDelay,
            long expectedMaxDelay) {
        SmallRyeConfig config = config("quarkus.esign.start.retry-delay", delay, "quarkus.esign.start.max-retry-delay",
                maxDelay,
                "quarkus.esign.start.max-duration", maxDuration);

        assertThat(config.getValue(START + "Retry/delay", Long.class)).isEqualTo(expectedDelay);
        assertThat(config.getValue(START + "ExponentialBackoff/maxDelay", Long.class)).isEqualTo(expectedMaxDelay);
    }

    @Test
    void anEnvironmentStandsForItsAddressUnlessThereIsOne() {
        assertThat(config("quarkus.esign.environment", "stage").getValue(StandardKeys.URL, String.class))
                .isEqualTo("https://api.stage.esignonline.net");
        assertThat(config("quarkus.esign.environment", "PRODUCTION").getValue(StandardKeys.URL, String.class))
                .isEqualTo("https://api.esignonline.net");
        assertThat(config("quarkus.esign.environment", "stage", "quarkus.esign.url", "https://api.example.com")
                .getValue(StandardKeys.URL, String.class)).isEqualTo("https://api.example.com");
        assertThat(config("quarkus.esign.environment", "elsewhere").getOptionalValue(StandardKeys.URL, String.class)).isEmpty();
    }

    @Test
    void tlsAndProxyAreNamed() {
        SmallRyeConfig config = config("quarkus.esign.tls-configuration-name", "ours",
                "quarkus.esign.proxy-configuration-name", "ours", "quarkus.rest-client.esign.proxy-configuration-name",
                "theirs");

        assertThat(config.getValue("quarkus.rest-client.esign.tls-configuration-name", String.class)).isEqualTo("ours");
        assertThat(config.getValue("quarkus.rest-client.esign.proxy-configuration-name", String.class)).isEqualTo("theirs");
        assertThat(config.getValue("quarkus.rest-client.esign.connect-timeout", Long.class)).isEqualTo(10_000);
    }

    @Test
    void unusedConnectionsAreLeftBeforeServersCloseThem() {
        assertThat(config().getValue("quarkus.rest-client.esign.connection-ttl", Long.class)).isEqualTo(20_000);
        assertThat(config("quarkus.rest-client.esign.connection-ttl", "5000")
                .getValue("quarkus.rest-client.esign.connection-ttl", Long.class)).isEqualTo(5_000);
    }

    @Test
    void standardKeysWin() {
        SmallRyeConfig config = config("quarkus.esign.connect-timeout", "90S", "quarkus.rest-client.esign.connect-timeout", "5",
                "quarkus.rest-client.esign.max-chunk-size", "1024");

        assertThat(config.getValue("quarkus.rest-client.esign.connect-timeout", Long.class)).isEqualTo(5);
        assertThat(config.getValue("quarkus.rest-client.esign.max-chunk-size", Integer.class)).isEqualTo(1024);
    }

    @Test
    void whatIsNotSetStaysUnset() {
        assertThat(config().getOptionalValue("quarkus.rest-client.esign.url", String.class)).isEmpty();
        assertThat(config("quarkus.esign.url", "").getOptionalValue("quarkus.rest-client.esign.url", String.class)).isEmpty();
    }

    private static SmallRyeConfig config(String... keysAndValues) {
        SmallRyeConfigBuilder builder = new StandardKeys().configBuilder(new SmallRyeConfigBuilder().addDefaultInterceptors());
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return builder.withSources(new PropertiesConfigSource(settings, "settings", 100)).build();
    }
}
