package dev.esign.service.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessRulesTest {

    private final AccessRules rules = new AccessRules("/webhooks/esign");

    @ParameterizedTest
    @CsvSource({
            "GET, /, OPEN", "HEAD, /, OPEN", "GET, /index.html, OPEN", "GET, /console/app.js, OPEN",
            "GET, /q/health, OPEN", "GET, /q/health/ready, OPEN", "POST, /webhooks/esign/secret, OPEN",
            "GET, /q/openapi, ANY_ROLE",
            "GET, /sessions, READ", "HEAD, /sessions/1, READ", "GET, /sessions/1, READ", "GET, /sessions/1/log, READ",
            "GET, /events, READ",
            "POST, /sessions, SEND", "POST, /sessions/, SEND", "PATCH, /sessions/1, SEND", "POST, /sessions/1/start, SEND",
            "POST, /sessions/1/copy, SEND", "POST, /sessions/1/pause, SEND", "POST, /sessions/1/cancel, SEND",
            "POST, /sessions/1/close, SEND", "PATCH, /sessions/1/signers/2, SEND",
            "POST, /sessions/1/signers/2/invitation, SEND", "POST, /sign-in-urls, SEND", "POST, /anchor-tags/check, SEND",
            "POST, /sessions/1/purge, ADMIN", "DELETE, /sessions/1, ADMIN", "GET, /dead-letters, ADMIN",
            "POST, /dead-letters/1/redelivery, ADMIN", "DELETE, /dead-letters/1, ADMIN" })
    void operationsHaveTheirRoles(String method, String path, Access access) {
        assertThat(rules.access(method, path)).isEqualTo(access);
    }

    @ParameterizedTest
    @CsvSource({
            "POST, /", "DELETE, /q/health", "GET, /console", "GET, /q/metrics", "GET, /q/openapi/x", "GET, /q/healthy",
            "GET, /webhooks/esign", "POST, /webhooks/other/secret", "GET, /sessionss", "PUT, /sessions/1", "GET, /sessions/1/x",
            "OPTIONS, /sessions", "TRACE, /", "GET, /unknown", "GET, /Sessions",
            "GET, /console;/x", "POST, /sessions/1;/start", "GET, /q/health/;x" })
    void whatNoRuleNamesIsForAdministrators(String method, String path) {
        assertThat(rules.access(method, path)).isEqualTo(Access.ADMIN);
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void administratorsMayDoEverything(Access access) {
        assertThat(access.permits(Set.of(Role.ADMIN))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "OPEN, true, true, true", "ANY_ROLE, false, true, true", "SEND, false, true, false",
            "READ, false, false, true", "ADMIN, false, false, false" })
    void othersMayDoWhatTheirRoleIsFor(Access access, boolean nobody, boolean sender, boolean reader) {
        assertThat(access.permits(Set.of())).isEqualTo(nobody);
        assertThat(access.permits(Set.of(Role.SEND))).isEqualTo(sender);
        assertThat(access.permits(Set.of(Role.READ))).isEqualTo(reader);
    }
}
