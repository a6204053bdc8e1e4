package dev.esign.deployment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.esign.EsignAccount;
import dev.esign.EsignEnvironment;
import dev.esign.runtime.AccountKeys;
import io.smallrye.config.SmallRyeConfig;

/** The accounts of an application as they may be shown: without a secret. */
final class ConfiguredAccounts {

    private static final String NOT_SET = "not set";
    private static final String NO_URL = "set, but no URL";

    private final SmallRyeConfig config;
    private final Collection<String> injected;
    private final boolean sandbox;

    /**
     * Looks at an application.
     *
     * @param injected the accounts that the application injects
     * @param sandbox whether the Dev Service has a sandbox for those without an address
     */
    ConfiguredAccounts(SmallRyeConfig config, Collection<String> injected, boolean sandbox) {
        this.config = config;
        this.injected = injected;
        this.sandbox = sandbox;
    }

    /**
     * An account.
     *
     * @param address where its eSign is, without what may be secret; empty if that is the sandbox
     * @param environment {@code stage}, {@code production} or nothing
     * @param key what is known of the key
     */
    record Account(String name, String address, String environment, String username, String key) {
    }

    /** The default account, then the named ones. */
    List<Account> list() {
        Set<String> names = new TreeSet<>(AccountKeys.accountsIn(config.getPropertyNames()));
        names.addAll(injected);
        return Stream.concat(Stream.of(EsignAccount.DEFAULT), names.stream()).map(this::account).toList();
    }

    private Account account(String name) {
        AccountKeys keys = new AccountKeys(name);
        Optional<EsignEnvironment> environment = value(keys, "environment").flatMap(value -> Arrays
                .stream(EsignEnvironment.values()).filter(known -> known.name().equalsIgnoreCase(value)).findAny());
        Optional<String> address = value(keys, "url")
                .or(() -> name.equals(EsignAccount.DEFAULT) ? value("quarkus.rest-client.esign.url") : Optional.empty())
                .map(ConfiguredAccounts::withoutSecrets).or(() -> environment.map(EsignEnvironment::url).map(Object::toString));
        boolean ofSandbox = sandbox && address.isEmpty();
        return new Account(name, address.orElse(ofSandbox ? "" : NOT_SET),
                environment.map(known -> known.name().toLowerCase(Locale.ROOT)).orElse(""),
                value(keys, "username").orElse(ofSandbox ? SandboxPlanner.OWNER : NOT_SET), key(keys, ofSandbox));
    }

    private String key(AccountKeys keys, boolean ofSandbox) {
        if (value(keys, "token.source").filter("user-password"::equals).isPresent()) {
            return "none: tokens are fetched with the user's password";
        } else if (value(keys, "credentials-provider").isPresent()) {
            return "from a credentials provider";
        } else if (value(keys, "encrypted-api-key").isPresent()) {
            return "set, encrypted";
        } else if (value(keys, "api-key").isPresent()) {
            return "set";
        }
        return ofSandbox ? "given by the sandbox" : NOT_SET;
    }

    private Optional<String> value(AccountKeys keys, String member) {
        return keys.spellings(member).stream().flatMap(property -> value(property).stream()).findFirst();
    }

    private Optional<String> value(String property) {
        return config.getOptionalValue(property, String.class);
    }

    private static String withoutSecrets(String url) {
        try {
            URI uri = new URI(url);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getHost() == null ? NO_URL : uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
        } catch (URISyntaxException e) {
            return NO_URL;
        }
    }
}
