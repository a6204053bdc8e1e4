package dev.esign.deployment;

import java.util.Map;

import dev.esign.EsignServices;

/**
 * What a setting of an account changes, seen from outside.
 *
 * @param member the setting, for example {@code start.delay}
 * @param value a value that isn't its default
 * @param besides other settings that it needs to be seen
 * @param application which of the applications whose default account has it
 * @param duration whether only time would tell that an account is without it
 * @param seen fails unless the account has that setting with that value
 */
record SettingEffect(String member, String value, Map<String, String> besides, Application application, boolean duration,
        Seen seen) {

    /** Applications whose default accounts have several of the settings; those in one don't get into each other's way. */
    enum Application {
        CALLS,
        LIMITS,
        ELSEWHERE,
        SECURE,
        /** Another test shows it. */
        NONE
    }

    /** Looks at an account. */
    interface Seen {

        void in(EsignServices account) throws Exception;
    }

    @Override
    public String toString() {
        return member;
    }
}
