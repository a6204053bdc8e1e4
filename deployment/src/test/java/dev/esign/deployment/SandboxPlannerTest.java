package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.esign.deployment.SandboxPlan.TagSigns;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class SandboxPlannerTest {

    private static final String SECRET = "sandbox-webhook-secret-3c64656661756c743e";

    private final Map<String, String> settings = new HashMap<>();

    @Test
    void planOmitsWhatTheApplicationSets() {
        set("quarkus.esign.salt", "own");
        set("quarkus.esign.encrypted-api-key", "c2VjcmV0");
        set("quarkus.esign.return-url", "https://www.example.com/");

        assertThat(plan(LaunchMode.TEST, "office").settings()).isEqualTo(Map.of(
                "quarkus.esign.username", "owner@example.com",
                "quarkus.esign.\"office\".username", "owner@example.com",
                "quarkus.esign.\"office\".salt", "sandboxSalt",
                "quarkus.esign.\"office\".api-key", "sandbox-key"));
    }

    @Test
    void planOmitsAccountsWithTheirOwnUrl() {
        set("quarkus.esign.\"office\".environment", "stage");
        set("quarkus.esign.\"office\".username", "lee@example.com");

        SandboxPlan plan = plan(LaunchMode.TEST);
        assertThat(plan.settings().keySet()).noneMatch(setting -> setting.contains("office"));
        assertThat(plan.users()).containsExactly("owner@example.com");
    }

    @Test
    void planUsesTheTagSignsOfTheApplication() {
        set("quarkus.esign.anchor-tags.opening-delimiter", "[");
        set("quarkus.esign.anchor-tags.closing-delimiter", "]");
        set("quarkus.esign.devservices.tag-closing-delimiter", "#");
        set("quarkus.esign.anchor-tags.item-space", "|");

        assertThat(plan(LaunchMode.TEST).tagSigns()).isEqualTo(new TagSigns('[', '#', Optional.of('|')));
    }

    @Test
    void planKeepsADirectoryInDevModeOnly() {
        set("quarkus.esign.devservices.directory", "target/kept");

        assertThat(plan(LaunchMode.TEST).directory()).isEmpty();
        assertThat(plan(LaunchMode.DEVELOPMENT).directory()).hasValueSatisfying(directory -> assertThat(directory)
                .isAbsolute().endsWithRaw(Path.of("target/kept")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DEVELOPMENT |                             | http://localhost:8080/esign/webhook/" + SECRET,
            "TEST        |                             | http://localhost:8081/esign/webhook/" + SECRET,
            "DEVELOPMENT | quarkus.http.port=9000      | http://localhost:9000/esign/webhook/" + SECRET,
            "DEVELOPMENT | quarkus.http.root-path=/app | http://localhost:8080/app/esign/webhook/" + SECRET,
            "DEVELOPMENT | quarkus.http.host=0.0.0.0   | http://localhost:8080/esign/webhook/" + SECRET,
            "DEVELOPMENT | quarkus.http.host=127.0.0.2 | http://127.0.0.2:8080/esign/webhook/" + SECRET,
            "DEVELOPMENT | quarkus.esign.webhook.path=hook/ | http://localhost:8080/hook/" + SECRET,
            "DEVELOPMENT | quarkus.esign.webhook.secrets=first-of-the-secrets,second | http://localhost:8080/esign/webhook/first-of-the-secrets" })
    void planNotifiesTheApplication(LaunchMode mode, String setting, String expected) {
        set("quarkus.esign.webhook.enabled", "true");
        if (setting != null) {
            set(setting.split("=")[0], setting.split("=")[1]);
        }

        assertThat(plan(mode).webhooks()).containsExactly(URI.create(expected));
        assertThat(plan(mode).applicationWebhook()).isEmpty();
    }

    @Test
    void planLeavesAnUnknownPortToTheRunningApplication() {
        set("quarkus.esign.webhook.enabled", "true");
        set("quarkus.http.test-port", "0");

        assertThat(plan(LaunchMode.TEST).webhooks()).isEmpty();
        assertThat(plan(LaunchMode.TEST).applicationWebhook()).contains("/esign/webhook/" + SECRET);
    }

    @Test
    void planNotifiesConfiguredReceiversInstead() {
        set("quarkus.esign.webhook.enabled", "true");
        set("quarkus.http.test-port", "0");
        set("quarkus.esign.devservices.webhooks", "http://localhost:1/a,http://localhost:2/b");

        assertThat(plan(LaunchMode.TEST).webhooks()).containsExactly(URI.create("http://localhost:1/a"),
                URI.create("http://localhost:2/b"));
        assertThat(plan(LaunchMode.TEST).applicationWebhook()).isEmpty();
    }

    @Test
    void planNotifiesNobodyWithoutAWebhook() {
        assertThat(plan(LaunchMode.TEST).webhooks()).isEmpty();
        assertThat(plan(LaunchMode.TEST).applicationWebhook()).isEmpty();
        assertThat(plan(LaunchMode.TEST).settings().keySet()).noneMatch(setting -> setting.contains("webhook"));
    }

    @ParameterizedTest
    @CsvSource({ "port, 70000", "tag-processing, -1S", "token-lifetime, 0S", "tag-opening-delimiter, a", "tag-item-space, b",
            "webhooks, ftp://localhost/" })
    void planNamesTheSettingThatIsInvalid(String setting, String value) {
        set("quarkus.esign.devservices." + setting, value);

        assertThatThrownBy(() -> plan(LaunchMode.TEST)).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("quarkus.esign.devservices." + setting);
    }

    @Test
    void planShowsNoSecret() {
        set("quarkus.esign.webhook.enabled", "true");
        set("quarkus.esign.encrypted-api-key", "c2VjcmV0");

        SandboxPlan plan = plan(LaunchMode.TEST);
        assertThat(List.of(plan, plan.settings().isEmpty()).toString()).doesNotContain("c2VjcmV0", "sandbox-webhook", "@");
    }

    private void set(String property, String value) {
        settings.put(property, value);
    }

    private SandboxPlan plan(LaunchMode mode, String... injected) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().withDefaultValues(settings)
                .withMapping(EsignBuildTimeConfig.class).withMappingIgnore("quarkus.**")
                .withConverters(new org.eclipse.microprofile.config.spi.Converter[] {
                        new io.quarkus.runtime.configuration.DurationConverter() })
                .build();
        return new SandboxPlanner(config, mode).plan(config.getConfigMapping(EsignBuildTimeConfig.class).devservices(),
                List.of(injected));
    }
}
