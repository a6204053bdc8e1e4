package dev.esign.deployment;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.SettingEffect.Application;
import io.quarkus.test.QuarkusUnitTest;

/** A default account in an environment, behind a proxy. */
class DefaultAccountElsewhereTest extends DefaultAccountSettings {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application(Application.ELSEWHERE);

    static Stream<String> members() {
        return SettingEffects.members(Application.ELSEWHERE);
    }
}
