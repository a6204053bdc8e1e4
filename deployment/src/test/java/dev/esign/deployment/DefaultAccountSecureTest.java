package dev.esign.deployment;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.SettingEffect.Application;
import io.quarkus.test.QuarkusUnitTest;

class DefaultAccountSecureTest extends DefaultAccountSettings {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application(Application.SECURE);

    DefaultAccountSecureTest() {
        super(Application.SECURE);
    }
}
