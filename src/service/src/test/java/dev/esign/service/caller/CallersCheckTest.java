package dev.esign.service.caller;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class CallersCheckTest {

    @Test
    void startFailsInProductionWhenEverybodyIsLetIn() {
        assertThatThrownBy(() -> check(Map.of("esign.service.callers", "open"))).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("esign.service.callers (ESIGN_SERVICE_CALLERS): open is for dev and test mode");
    }

    @Test
    void startFailsWhenFileWithPublicKeyDoesNotExist() {
        assertThatThrownBy(() -> check(Map.of("esign.service.callers", "jwt", "mp.jwt.verify.issuer",
                "https://issuer.example.com", "mp.jwt.verify.publickey.location", "/nowhere/key.pem")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(MP_JWT_VERIFY_PUBLICKEY_LOCATION): is a file that isn't there or can't be read");
    }

    private static void check(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters().withProfile("prod")
                .withMapping(CallersConfig.class).withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 100))
                .build();
        new CallersCheck(config.getConfigMapping(CallersConfig.class), config).check(new StartupEvent());
    }
}
