package dev.esign.deployment;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.SettingEffect.Application;
import io.quarkus.test.QuarkusUnitTest;

/** A default account that trusts a certificate of its own and has a password. */
class DefaultAccountSecureTest extends DefaultAccountSettings {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application(Application.SECURE);

    static Stream<String> members() {
        return SettingEffects.members(Application.SECURE);
    }
}
