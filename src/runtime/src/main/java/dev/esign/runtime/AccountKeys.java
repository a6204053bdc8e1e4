package dev.esign.runtime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.microprofile.config.Config;

import dev.esign.EsignAccount;

/**
 * The names of an account's settings.
 *
 * @param account the account
 */
public record AccountKeys(String account) {

    static final AccountKeys DEFAULT = new AccountKeys(EsignAccount.DEFAULT);

    private static final String PREFIX = "quarkus.esign.";

    /** Which account it is and how it is reached: never taken from another account. */
    private static final List<String> OWN = List.of("url", "environment", "connect-timeout", "tls-configuration-name",
            "proxy-configuration-name", "api-key", "encrypted-api-key", "salt", "credentials-provider",
            "credentials-provider-name", "username", "landing-url", "token", "webhook");

    /** How to behave: taken from the default account where an account doesn't set it. */
    private static final List<String> SHARED = List.of("return-url", "timeout", "upload", "create", "start", "retry-after",
            "circuit-breaker", "bulkhead", "anchor-tags", "operations", "wire");

    private static final List<String> OF_THE_APPLICATION = List.of("startup-check", "devservices", "health", "metrics",
            "tracing");

    /** A setting of a named account, taken apart. */
    record Named(String account, String member) {
    }

    /**
     * The property of a setting.
     *
     * @param member the setting, for example {@code api-key}
     * @return its whole name
     */
    public String property(String member) {
        return PREFIX + (account.equals(EsignAccount.DEFAULT) ? "" : '"' + account + "\".") + member;
    }

    /** A name that is set instead, differing in nothing but case and separators: {@code QUARKUS_ESIGN_APIKEY}. */
    Optional<String> slip(String member, Config config) {
        List<String> right = Stream.concat(spellings(member).stream(), spellings(member).stream().map(AccountKeys::variable))
                .toList();
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> !right.contains(name) && letters(name).equals(letters(property(member))))
                .sorted().findFirst();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /**
     * Property and environment variable of a setting, as a person is told.
     *
     * @param member the setting, for example {@code api-key}
     * @return both its names
     */
    public String named(String member) {
        String property = property(member);
        return property + " (" + variable(property) + ")";
    }

    /**
     * Whether an account can't have this name, since a setting has it.
     *
     * @param account the name
     * @return true for names of settings and of groups of them
     */
    public static boolean isReserved(String account) {
        return account.isBlank() || account.equals(EsignAccount.DEFAULT) || account.contains("\"")
                || Stream.of(OWN, SHARED, OF_THE_APPLICATION).anyMatch(names -> names.contains(account));
    }

    /**
     * The named accounts that these properties are about.
     *
     * @param properties names of properties
     * @return names of accounts, in alphabetical order
     */
    public static Set<String> accountsIn(Iterable<String> properties) {
        Set<String> accounts = new TreeSet<>();
        properties.forEach(property -> parsed(property).ifPresent(named -> accounts.add(named.account())));
        return accounts;
    }

    /**
     * How a setting may be spelt: the name of the account with quotation marks or, where it has no dot, without.
     *
     * @param member the setting, for example {@code api-key}
     * @return its whole names
     */
    public List<String> spellings(String member) {
        return account.equals(EsignAccount.DEFAULT) || account.contains(".") ? List.of(property(member))
                : List.of(property(member), PREFIX + account + "." + member);
    }

    /** The property with the name of the account in quotation marks, if it is of a named account. */
    static String quoted(String property) {
        return parsed(property).map(named -> new AccountKeys(named.account()).property(named.member())).orElse(property);
    }

    /** The other spelling of a setting of a named account. */
    static Optional<String> respelt(String property) {
        return parsed(property).flatMap(named -> new AccountKeys(named.account()).spellings(named.member()).stream()
                .filter(spelling -> !spelling.equals(property)).findFirst());
    }

    /** The property of the default account that holds for a named one which doesn't set this. */
    static Optional<String> inherited(String property) {
        return parsed(property, SHARED).map(named -> PREFIX + named.member());
    }

    /** The shared setting that this property with a wildcard gives to accounts of any name. */
    static Optional<String> ofAnyAccount(String property) {
        return parsed(property, SHARED).filter(named -> named.account().equals("*")).map(Named::member);
    }

    /** The shared settings among these properties that are entries of a map: each account has them without naming them. */
    static List<String> inheritedEntries(Set<String> properties) {
        List<String> entries = properties.stream().filter(name -> name.startsWith(PREFIX + "wire.authentication-numbers."))
                .map(name -> name.substring(PREFIX.length())).toList();
        return entries.isEmpty() ? List.of()
                : accountsIn(properties).stream().map(AccountKeys::new)
                        .flatMap(keys -> entries.stream().map(keys::property)).toList();
    }

    static Optional<Named> parsed(String property) {
        return parsed(property, OWN).or(() -> parsed(property, SHARED));
    }

    private static Optional<Named> parsed(String property, List<String> members) {
        return split(property).filter(named -> !isReserved(named.account()) && members.stream()
                .anyMatch(name -> named.member().equals(name) || named.member().startsWith(name + ".")));
    }

    /** A property of a named account, whatever that is called and whether there is such a setting. */
    static Optional<Named> split(String property) {
        if (!property.startsWith(PREFIX)) {
            return Optional.empty();
        }
        boolean quoted = property.startsWith("\"", PREFIX.length());
        int start = PREFIX.length() + (quoted ? 1 : 0);
        int end = property.indexOf(quoted ? "\"." : ".", start);
        if (end < 0) {
            return Optional.empty();
        }
        return Optional.of(new Named(property.substring(start, end), property.substring(end + (quoted ? 2 : 1))));
    }
}
