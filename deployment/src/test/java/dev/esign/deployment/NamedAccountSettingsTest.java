package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.esign.EsignAccounts;
import dev.esign.deployment.SettingEffect.Application;
import dev.esign.model.SessionId;
import io.quarkus.test.QuarkusUnitTest;

/** Each setting of a named account changes what it says, for this account alone: there is another one without the setting. */
class NamedAccountSettingsTest {

    /** Both are no limit. */
    private static final SettingEffect UNLIMITED = new SettingEffect("", "",
            Map.of("start.max-retry-delay", "0S", "start.max-duration", "0S"), Application.NONE, false, account -> {
            });

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application();

    @Inject
    EsignAccounts accounts;

    private static QuarkusUnitTest application() {
        QuarkusUnitTest application = SettingEffects.application();
        SettingEffects.shared((member, value) -> application.overrideConfigKey("quarkus.esign." + member, value));
        SettingEffects.all().forEach(effect -> {
            for (String account : new String[] { with(effect.member()), without(effect.member()) }) {
                SettingEffects.account(effect,
                        (member, value) -> application.overrideConfigKey(key(account, member), value));
            }
            application.overrideConfigKey(key(with(effect.member()), effect.member()), effect.value());
        });
        SettingEffects.account(UNLIMITED, (member, value) -> application.overrideConfigKey(key("unlimited", member), value));
        return application;
    }

    private static String with(String member) {
        return "with " + member;
    }

    private static String without(String member) {
        return "without " + member;
    }

    private static String key(String account, String member) {
        return "quarkus.esign.\"" + account + "\"." + member;
    }

    static Stream<String> members() {
        return SettingEffects.all().stream().map(SettingEffect::member);
    }

    static Stream<String> membersThatTakeNoTime() {
        return SettingEffects.all().stream().filter(effect -> !effect.duration()).map(SettingEffect::member);
    }

    @ParameterizedTest
    @MethodSource("members")
    void settingTakesEffect(String member) throws Exception {
        SettingEffects.of(member).seen().in(accounts.get(with(member)));
    }

    @ParameterizedTest
    @MethodSource("membersThatTakeNoTime")
    void settingOfAnotherAccountTakesNoEffect(String member) {
        assertThat(catchThrowable(() -> SettingEffects.of(member).seen().in(accounts.get(without(member))))).isNotNull();
    }

    @Test
    void zeroIsNoLimitForStarts() {
        SettingEffects.SERVER.reset();
        SettingEffects.SERVER.answer("start", RecordingServer.refused("not yet"));

        accounts.get("unlimited").sessions().start(SessionId.of(RecordingServer.SESSION_ID));

        assertThat(SettingEffects.SERVER.requests("start")).hasSize(2);
    }
}
