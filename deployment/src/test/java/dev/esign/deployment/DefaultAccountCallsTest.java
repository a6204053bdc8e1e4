package dev.esign.deployment;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.SettingEffect.Application;
import io.quarkus.test.QuarkusUnitTest;

/** Settings of the calls of the default account. */
class DefaultAccountCallsTest extends DefaultAccountSettings {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application(Application.CALLS);

    static Stream<String> members() {
        return SettingEffects.members(Application.CALLS);
    }
}
