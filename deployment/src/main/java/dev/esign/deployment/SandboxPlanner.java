package dev.esign.deployment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.esign.EsignAccount;
import dev.esign.deployment.EsignBuildTimeConfig.DevServicesConfig;
import dev.esign.runtime.AccountKeys;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/** Finds out what sandbox suits an application: what its settings say, and the accounts it has set. */
final class SandboxPlanner {

    private static final AccountKeys DEFAULT = new AccountKeys(EsignAccount.DEFAULT);
    static final String OWNER = "owner@example.com";
    private static final String USERNAME = "username";
    private static final String ENCRYPTED_API_KEY = "encrypted-api-key";
    private static final List<String> SECRETS = List.of("api-key", ENCRYPTED_API_KEY, "credentials-provider");

    private final SmallRyeConfig config;
    private final LaunchMode mode;

    SandboxPlanner(SmallRyeConfig config, LaunchMode mode) {
        this.config = config;
        this.mode = mode;
    }

    /** Whether the application is to call another address. */
    boolean isElsewhere() {
        return isAnySet(DEFAULT, "url", "environment") || isSet("quarkus.rest-client.esign.url");
    }

    /**
     * Makes the plan.
     *
     * @param injected the accounts that the application injects
     * @throws ConfigurationException if a setting can't be used; the message names it
     */
    SandboxPlan plan(DevServicesConfig settings, Collection<String> injected) {
        Set<String> names = new TreeSet<>(AccountKeys.accountsIn(config.getPropertyNames()));
        names.addAll(injected);
        List<AccountKeys> accounts = Stream.concat(Stream.of(DEFAULT),
                names.stream().map(AccountKeys::new).filter(account -> !isAnySet(account, "url", "environment"))).toList();
        Map<String, String> given = new HashMap<>();
        accounts.forEach(account -> given.putAll(unset(account)));
        if (!isAnySet(DEFAULT, "return-url")) {
            given.put(DEFAULT.property("return-url"), "http://localhost:8080/");
        }
        Optional<ApplicationWebhook> application = settings.webhooks().isPresent() ? Optional.empty()
                : ApplicationWebhook.of(config, mode, webhookSecret(given));
        SandboxPlan plan = new SandboxPlan(settings.port().orElse(0), settings.tagProcessing(), settings.tokenLifetime(),
                settings.directory().filter(directory -> mode == LaunchMode.DEVELOPMENT).map(Path::toAbsolutePath),
                tagSigns(settings), settings.wire(),
                settings.webhooks().orElseGet(() -> application.flatMap(ApplicationWebhook::url).stream().toList()),
                application.filter(webhook -> webhook.server().isEmpty()).map(ApplicationWebhook::path),
                values(accounts, ENCRYPTED_API_KEY, Map.of()), values(accounts, USERNAME, given), Map.copyOf(given));
        plan.builder(); // tells of settings that can't be used before the application is built
        return plan;
    }

    /** What the sandbox takes, for whatever an account hasn't set. */
    private Map<String, String> unset(AccountKeys account) {
        Map<String, String> values = new TreeMap<>(Map.of("salt", "sandboxSalt", USERNAME, OWNER));
        if (ApplicationWebhook.isEnabled(config)) {
            values.put(ApplicationWebhook.SECRETS, "sandbox-webhook-secret-"
                    + HexFormat.of().formatHex(account.account().getBytes(StandardCharsets.UTF_8)));
        }
        if (!isAnySet(account, SECRETS.toArray(String[]::new))) {
            values.put("api-key", "sandbox-key");
        }
        return values.entrySet().stream().filter(value -> !isAnySet(account, value.getKey()))
                .collect(Collectors.toMap(value -> account.property(value.getKey()), Map.Entry::getValue));
    }

    private String webhookSecret(Map<String, String> given) {
        String property = DEFAULT.property(ApplicationWebhook.SECRETS);
        return config.getOptionalValues(property, String.class).map(secrets -> secrets.get(0)).orElse(given.get(property));
    }

    private SandboxPlan.TagSigns tagSigns(DevServicesConfig settings) {
        return new SandboxPlan.TagSigns(settings.tagOpeningDelimiter().or(() -> ofClient("opening-delimiter")).orElse('<'),
                settings.tagClosingDelimiter().or(() -> ofClient("closing-delimiter")).orElse('>'),
                settings.tagItemSpace().or(() -> ofClient("item-space")));
    }

    private Optional<Character> ofClient(String member) {
        return config.getOptionalValue("quarkus.esign.anchor-tags." + member, Character.class);
    }

    private Set<String> values(List<AccountKeys> accounts, String member, Map<String, String> given) {
        return accounts.stream().flatMap(account -> account.spellings(member).stream())
                .flatMap(property -> config.getOptionalValue(property, String.class)
                        .or(() -> Optional.ofNullable(given.get(property))).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isAnySet(AccountKeys account, String... members) {
        return Arrays.stream(members).map(account::spellings).flatMap(List::stream).anyMatch(this::isSet);
    }

    private boolean isSet(String property) {
        return config.isPropertyPresent(property);
    }
}
