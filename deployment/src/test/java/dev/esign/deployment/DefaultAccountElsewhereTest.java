package dev.esign.deployment;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.SettingEffect.Application;
import io.quarkus.test.QuarkusUnitTest;

class DefaultAccountElsewhereTest extends DefaultAccountSettings {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application(Application.ELSEWHERE);

    DefaultAccountElsewhereTest() {
        super(Application.ELSEWHERE);
    }
}
