package dev.esign.service;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * The settings of the second application of the tests, which all share that can't do with the usual ones: limits so low that a
 * test reaches them, and what is off unless it is configured.
 */
public final class SpecialSettings implements QuarkusTestProfile {

    public static final String WEBHOOK_SECRET = "secret-of-the-webhook-tests";
    public static final int MAX_STREAMS = 310;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(Map.entry("quarkus.http.limits.max-body-size", "8M"),
                Map.entry("esign.service.uploads.max-size", "4M"), Map.entry("esign.service.uploads.max-concurrent", "1"),
                Map.entry("esign.service.sessions.key-wait", "10MS"),
                Map.entry("esign.service.sessions.max-background-starts", "1"),
                Map.entry("esign.service.sign-in.base-url", "https://client.example.com"),
                Map.entry("quarkus.esign.webhook.secrets", WEBHOOK_SECRET),
                Map.entry("esign.service.events.heartbeat", "1S"),
                Map.entry("esign.service.events.buffer.events", "500"),
                Map.entry("esign.service.events.max-streams", String.valueOf(MAX_STREAMS)));
    }
}
