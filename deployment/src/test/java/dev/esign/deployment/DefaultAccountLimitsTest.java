package dev.esign.deployment;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.SettingEffect.Application;
import io.quarkus.test.QuarkusUnitTest;

/** Limits of the default account, and how it looks at anchor tags. */
class DefaultAccountLimitsTest extends DefaultAccountSettings {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application(Application.LIMITS);

    static Stream<String> members() {
        return SettingEffects.members(Application.LIMITS);
    }
}
