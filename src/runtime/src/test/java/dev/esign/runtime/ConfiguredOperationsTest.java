package dev.esign.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.Operation;
import dev.esign.model.SessionId;
import dev.esign.rest.ConfiguredCall;
import dev.esign.runtime.EsignConfig.OperationConfig;
import dev.esign.runtime.EsignConfig.OperationsConfig;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Verbs and addresses that are settings. */
class ConfiguredOperationsTest {

    private static final String METHOD = "quarkus.esign.\"office\".operations.session-files.method";
    private static final String URI = "quarkus.esign.\"office\".operations.session-files.uri";

    @ParameterizedTest
    @CsvSource({ "rest/v1/sessions/{sessionId}/files, rest/v1/sessions/a%2F%20%7BuserName%7D/files",
            "/rest/v1/files?id={sessionId}&user={userName}, rest/v1/files?id=a%2F%20%7BuserName%7D&user=o%2Bx%40example.com" })
    void placeholdersAreReplacedAndEncoded(String template, String address) {
        assertThat(call("put", template)).isEqualTo(new ConfiguredCall("PUT", address, Duration.ofSeconds(1)));
        assertThat(call("GET", template).toString()).doesNotContain("example");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://elsewhere.example.com/{sessionId}", "//elsewhere.example.com/{sessionId}",
            "\\\\elsewhere/{sessionId}", "///x/{sessionId}", "rest/v1/files", "rest/{sessionId}/{token}", "rest/{sessionid}",
            "rest/{sessionId}/{}", "rest/{{sessionId}}", "rest/{sessionId}#x", "../{sessionId}", "rest/%2e%2E/{sessionId}",
            "rest/{sessionId}/..", "rest/{sessionId}/a b", "rest/{sessionId}/%zz" })
    void otherTemplatesAreRefused(String template) {
        assertThatThrownBy(() -> call("GET", template)).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(URI + ": ");
    }

    @Test
    void otherVerbsAreRefused() {
        assertThatThrownBy(() -> call("FETCH", "rest/{sessionId}")).isInstanceOf(ConfigurationException.class)
                .hasMessage(METHOD + ": must be one of GET, POST, PUT");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> call("", "rest/{sessionId}")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("GetSessionFiles").hasMessageContaining("representative")
                .hasMessageContaining(METHOD + " (missing)").hasMessageContaining(URI + " (set)");
    }

    @Test
    void aSessionIdThatLeadsElsewhereIsRefused() {
        assertThatThrownBy(() -> call("GET", "rest/{sessionId}/files", "..")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("session id");
    }

    private static ConfiguredCall call(String method, String template) {
        return call(method, template, "a/ {userName}");
    }

    private static ConfiguredCall call(String method, String template, String sessionId) {
        OperationConfig set = new Setting(Optional.of(method), Optional.of(template));
        OperationConfig unset = new Setting(Optional.empty(), Optional.empty());
        return new ConfiguredOperations(new Settings(set, unset, unset), SettingNames.configured("office")).call(
                Operation.GET_SESSION_FILES,
                SessionId.of(sessionId), "o+x@example.com", Duration.ofSeconds(1));
    }

    private record Setting(Optional<String> method, Optional<String> uri) implements OperationConfig {
    }

    private record Settings(OperationConfig sessionFiles, OperationConfig archivedSessionFiles, OperationConfig inviteUrls)
            implements
                OperationsConfig {
    }
}
