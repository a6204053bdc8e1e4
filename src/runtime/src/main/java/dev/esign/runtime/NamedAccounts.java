package dev.esign.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import dev.esign.EsignAccount;
import dev.esign.event.SigningEvent;
import dev.esign.runtime.observe.CallObservers;
import dev.esign.spi.TokenSource;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Makes accounts of their settings, those that are configured once. Thread-safe. */
@Singleton
public class NamedAccounts {

    private final EsignAccountsConfig config;
    private final Instance<TokenSource> tokenSources;
    private final Optional<TagLinter> linter;
    private final Event<SigningEvent> events;
    private final CallObservers observers;
    private final Map<String, NamedAccount> made = new ConcurrentHashMap<>();

    NamedAccounts(EsignAccountsConfig config, @Any Instance<TokenSource> tokenSources,
            Instance<TagLinter> linters, Event<SigningEvent> events, CallObservers observers) {
        this.config = config;
        this.tokenSources = tokenSources;
        this.linter = linters.stream().findFirst();
        this.events = events;
        this.observers = observers;
    }

    /** @return the names of the accounts that are configured, in alphabetical order */
    public Set<String> configured() {
        Set<String> names = new TreeSet<>(config.accounts().keySet());
        names.remove(EsignAccount.DEFAULT);
        return names;
    }

    /** @return the settings of the default account */
    public EsignConfig defaultAccount() {
        return config.defaultAccount();
    }

    /**
     * A configured account.
     *
     * @param name its name
     * @return the account
     * @throws ConfigurationException when settings are missing or wrong; the message lists all of them
     */
    public NamedAccount configured(String name) {
        return made.computeIfAbsent(name, this::make);
    }

    @PreDestroy
    void closeAll() {
        made.values().forEach(NamedAccount::close);
    }

    private NamedAccount make(String name) {
        EsignConfig account = config.accounts().get(name);
        return new NamedAccount(SettingNames.configured(name), account, new RequiredSettings(account, problems(name)),
                tokens(name),
                linter, events, observers);
    }

    /**
     * An account that isn't configured but given.
     *
     * @param name its name
     * @param account its settings
     * @param tokens the application's tokens for it; empty for those that eSign gives
     * @return the account
     * @throws IllegalArgumentException when settings are missing or wrong; the message lists all of them
     */
    public NamedAccount given(String name, EsignConfig account, Optional<TokenSource> tokens) {
        Optional<Supplier<TokenSource>> ownTokens = tokens.<Supplier<TokenSource>> map(given -> () -> given)
                .or(() -> tokens(name));
        SettingNames settings = SettingNames.opened(name);
        List<String> problems = new SettingsCheck(settings, account).problems(RequiredSettings.defaultUrlIsSet(),
                ownTokens.isPresent());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "the eSign account '" + name + "' can't be opened:\n" + String.join("\n", problems));
        }
        return new NamedAccount(settings, account, new RequiredSettings(account, List.of()), ownTokens, linter,
                events, observers);
    }

    /** What is wrong with the settings of a configured account. */
    List<String> problems(String name) {
        return new SettingsCheck(SettingNames.configured(name), config.accounts().get(name))
                .problems(RequiredSettings.defaultUrlIsSet(), tokens(name).isPresent());
    }

    /** Not made yet: a token source may well need accounts itself. */
    private Optional<Supplier<TokenSource>> tokens(String name) {
        Instance<TokenSource> own = tokenSources.select(EsignAccount.Literal.of(name));
        return own.isUnsatisfied() ? Optional.empty() : Optional.of(own::get);
    }
}
