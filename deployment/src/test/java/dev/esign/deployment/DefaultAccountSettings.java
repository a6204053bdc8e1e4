package dev.esign.deployment;

import static dev.esign.deployment.SettingEffect.Application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import io.quarkus.test.QuarkusUnitTest;

/** Settings of the default account, which an application has but one of: so it has several of them at once. */
abstract class DefaultAccountSettings {

    @Inject
    EsignAccounts accounts;

    static QuarkusUnitTest application(Application application) {
        Map<String, String> settings = new HashMap<>();
        SettingEffects.shared(settings::put);
        List<SettingEffect> effects = SettingEffects.of(application);
        effects.forEach(effect -> SettingEffects.account(effect, settings::put));
        effects.forEach(effect -> settings.put(effect.member(), effect.value()));
        QuarkusUnitTest test = SettingEffects.application();
        settings.forEach((member, value) -> test.overrideConfigKey("quarkus.esign." + member, value));
        return test;
    }

    @ParameterizedTest
    @MethodSource("members")
    void settingTakesEffect(String member) throws Exception {
        SettingEffects.of(member).seen().in(accounts.get(EsignAccount.DEFAULT));
    }
}
