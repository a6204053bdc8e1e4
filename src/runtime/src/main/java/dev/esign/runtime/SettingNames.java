package dev.esign.runtime;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import dev.esign.EsignAccountSettings;

/**
 * How the settings of an account are called where a person is told of them: by the keys that configure it, or as a program
 * gave them when it opened the account.
 */
@Singleton
public class SettingNames {

    /** What {@link EsignAccountSettings} has; for the rest an opened account is like the default one. */
    static final Set<String> GIVEN = Set.of("url", "environment", "api-key", "encrypted-api-key", "salt", "username",
            "return-url", "landing-url", "timeout", "webhook.secrets");

    private static final Pattern NEXT_WORD = Pattern.compile("[.-](.)");

    private final String account;
    private final AccountKeys keys;
    private final boolean opened;

    /** Those of the default account. */
    @Inject
    SettingNames() {
        this(AccountKeys.DEFAULT.account(), AccountKeys.DEFAULT, false);
    }

    private SettingNames(String account, AccountKeys keys, boolean opened) {
        this.account = account;
        this.keys = keys;
        this.opened = opened;
    }

    /**
     * Those of an account that is configured.
     *
     * @param account its name
     * @return their names
     */
    public static SettingNames configured(String account) {
        return new SettingNames(account, new AccountKeys(account), false);
    }

    /**
     * Those of an account that is opened at run time.
     *
     * @param account its name
     * @return their names
     */
    public static SettingNames opened(String account) {
        return new SettingNames(account, AccountKeys.DEFAULT, true);
    }

    /** The account. */
    String account() {
        return account;
    }

    /**
     * The name of a setting.
     *
     * @param member the setting, for example {@code api-key}
     * @return the property or what is called to give it
     */
    public String of(String member) {
        return isGiven(member) ? given(member) : keys.property(member);
    }

    /**
     * All names of a setting.
     *
     * @param member the setting, for example {@code api-key}
     * @return property and environment variable, or what is called to give it
     */
    public String allOf(String member) {
        return isGiven(member) ? given(member) : keys.named(member);
    }

    /** A name that is set instead, differing in nothing but case and separators. */
    Optional<String> slip(String member) {
        return isGiven(member) ? Optional.empty() : keys.slip(member, ConfigProvider.getConfig());
    }

    private boolean isGiven(String member) {
        return opened && GIVEN.contains(member);
    }

    private static String given(String member) {
        return EsignAccountSettings.class.getSimpleName() + "."
                + NEXT_WORD.matcher(member).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
