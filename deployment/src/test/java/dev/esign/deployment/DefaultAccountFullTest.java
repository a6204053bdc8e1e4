package dev.esign.deployment;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.SettingEffect.Application;
import io.quarkus.test.QuarkusUnitTest;

class DefaultAccountFullTest extends DefaultAccountSettings {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application(Application.FULL);

    DefaultAccountFullTest() {
        super(Application.FULL);
    }
}
