package dev.esign.testing;

import java.util.Map;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Runs a {@code @QuarkusTest} with an {@link EsignOutbox} instead of eSign, and without a sandbox. */
public class EsignOutboxProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(EsignOutboxBeans.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.esign.devservices.enabled", "false");
    }
}
