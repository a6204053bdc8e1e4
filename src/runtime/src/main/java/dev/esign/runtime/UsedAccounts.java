package dev.esign.runtime;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The accounts that an application uses, as far as its build and its settings tell. */
@Singleton
public class UsedAccounts {

    /** Who sets one of these wants to use the default account. */
    private static final List<String> SIGNS_OF_USE = List.of("api-key", "encrypted-api-key", "salt", "username",
            "credentials-provider", "token.password", "token.encrypted-password");

    private final NamedAccounts accounts;
    private final InjectedAccounts injected;

    UsedAccounts(NamedAccounts accounts, InjectedAccounts injected) {
        this.accounts = accounts;
        this.injected = injected;
    }

    /** @return the names of those that are configured or injected, in alphabetical order, without the default account */
    public Set<String> named() {
        Set<String> names = new TreeSet<>(accounts.configured());
        names.addAll(injected.points().keySet());
        return names;
    }

    /** @return whether the default account is injected, has any of its credentials, or is the only one */
    public boolean includeDefault() {
        return injected.defaultAccount() || named().isEmpty() || isConfigured();
    }

    /** Where an account is injected. */
    List<String> injectionPoints(String account) {
        return injected.points().getOrDefault(account, List.of());
    }

    private static boolean isConfigured() {
        Config config = ConfigProvider.getConfig();
        return SIGNS_OF_USE.stream()
                .anyMatch(name -> config.getOptionalValue(AccountKeys.DEFAULT.property(name), String.class).isPresent());
    }
}
