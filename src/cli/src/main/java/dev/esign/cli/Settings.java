package dev.esign.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

import dev.esign.runtime.EsignConfig.AnchorTagsConfig.Check;
import io.quarkus.runtime.configuration.ConfigUtils;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The settings that a command runs with: those of options before those of the environment, before those of the profile, before
 * defaults. Options and the profile become system properties, from which the extension takes its configuration.
 */
final class Settings {

    /** What the extension would do about anchor tags; this command line does it itself, and shows it better. */
    static final String TAG_CHECK = "esign.cli.tag-check";

    static final String URL = "quarkus.esign.url";
    static final String ENVIRONMENT = "quarkus.esign.environment";
    static final String REST_CLIENT_URL = "quarkus.rest-client.esign.url";
    static final String API_KEY = "quarkus.esign.api-key";
    static final String ENCRYPTED_API_KEY = "quarkus.esign.encrypted-api-key";
    static final String SALT = "quarkus.esign.salt";
    static final String USERNAME = "quarkus.esign.username";
    static final String RETURN_URL = "quarkus.esign.return-url";
    static final String TIMEOUT = "quarkus.esign.timeout";

    private static final String TAG_CHECK_OF_EXTENSION = "quarkus.esign.anchor-tags.check";
    private static final String PREFIX = "quarkus.esign.";

    /** Settings of which one replaces the others. */
    private static final List<Set<String>> ALTERNATIVES = List.of(Set.of(URL, ENVIRONMENT, REST_CLIENT_URL),
            Set.of(API_KEY, ENCRYPTED_API_KEY, "quarkus.esign.credentials-provider"),
            Set.of("quarkus.esign.token.password", "quarkus.esign.token.encrypted-password"));

    /** What tells that an account is meant; one that is there but incomplete is an error, not a reason to play. */
    private static final List<String> OF_AN_ACCOUNT = List.of(URL, ENVIRONMENT, REST_CLIENT_URL, API_KEY, ENCRYPTED_API_KEY,
            "quarkus.esign.credentials-provider", SALT, USERNAME);

    /** What is shown by its property, even where it comes from a variable. */
    private static final List<String> KNOWN = Stream.concat(OF_AN_ACCOUNT.stream(), Stream.of(RETURN_URL, TIMEOUT)).toList();

    /** Sources from this ordinal on are the environment and what is more than that. */
    private static final int ENVIRONMENT_ORDINAL = 260;
    /** From here on to options there are variables: those of the process, and those of {@code .env}. */
    private static final int VARIABLES_ORDINAL = 295;
    private static final int OPTION_ORDINAL = 400;

    private final Map<String, String> options;
    private final Profile profile;
    private final Map<String, String> stored;

    private Settings(Map<String, String> options, Profile profile, Map<String, String> stored) {
        this.options = options;
        this.profile = profile;
        this.stored = stored;
    }

    /**
     * A setting that is in force.
     *
     * @param name its property
     * @param value its value
     * @param source where it comes from
     */
    record Setting(String name, String value, String source) {

        /** Whether the value is for nobody's eyes. */
        boolean isSecret() {
            String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            return List.of("apikey", "salt", "password", "secret", "credential").stream().anyMatch(lower::contains);
        }
    }

    /** Those of a command without options for an account. */
    static Settings of(String profile, CommandLine command) {
        AccountOptions options = new AccountOptions();
        options.profile = profile;
        return of(options, false, command);
    }

    /**
     * Those of a command.
     *
     * @param given its options
     * @param maybeNew whether the profile needn't be there yet
     * @param command the command
     * @throws ParameterException when the profile that is wanted isn't there or can't be read
     */
    static Settings of(AccountOptions given, boolean maybeNew, CommandLine command) {
        String wanted = given.profile != null ? given.profile : System.getenv("ESIGN_PROFILE");
        String name = wanted == null || wanted.isBlank() ? Profile.DEFAULT : wanted;
        if (!Profile.isName(name)) {
            throw new ParameterException(command, "profile '" + name + "': give letters, digits, '.', '-' and '_'");
        }
        Profile profile = new Profile(name, Profile.directory());
        if (!maybeNew && !name.equals(Profile.DEFAULT) && !profile.exists()) {
            throw new ParameterException(command,
                    "profile '" + name + "' isn't there; store it: esign login --profile " + name);
        }
        return new Settings(options(given), profile, read(profile, command));
    }

    /** What the profile says; one that can't be read isn't taken for one that isn't there. */
    private static Map<String, String> read(Profile profile, CommandLine command) {
        try {
            return profile.read();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ParameterException(command, "profile '" + profile.name() + "' can't be read (" + profile.file()
                    + "); check its permissions, or store it again: esign login --profile " + profile.name());
        }
    }

    private static Map<String, String> options(AccountOptions given) {
        Map<String, String> options = new LinkedHashMap<>();
        if (given.url != null) {
            options.put(URL, given.url.toString());
        }
        if (given.username != null) {
            options.put(USERNAME, given.username);
        }
        if (given.timeout != null) {
            options.put(TIMEOUT, given.timeout.toString());
        }
        return options;
    }

    Profile profile() {
        return profile;
    }

    /**
     * The settings from outside. The usual configuration is that of the build, in an executable whose application hasn't
     * started.
     */
    static Config configuration() {
        return ConfigUtils.emptyConfigBuilder().build();
    }

    /** What the profile says, whether it counts or not. */
    Map<String, String> stored() {
        return Map.copyOf(stored);
    }

    /** Puts them where the configuration is read from. */
    void apply() {
        Config others = configuration();
        fromProfile(others).forEach(System::setProperty);
        options.forEach(System::setProperty);
        if (options.containsKey(URL)) {
            System.setProperty(ENVIRONMENT, "");
            if (isGiven(others, REST_CLIENT_URL)) {
                System.setProperty(REST_CLIENT_URL, options.get(URL));
            }
        }
        System.setProperty(TAG_CHECK, tagCheck(configuration()).name());
        System.setProperty(TAG_CHECK_OF_EXTENSION, "off");
    }

    private static Check tagCheck(Config config) {
        String check = config.getOptionalValue(TAG_CHECK_OF_EXTENSION, String.class).orElse("warn");
        return Arrays.stream(Check.values()).filter(known -> known.name().equalsIgnoreCase(check)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(TAG_CHECK_OF_EXTENSION + " (" + variable(TAG_CHECK_OF_EXTENSION)
                        + "): give off, warn or refuse"));
    }

    /** What counts of the profile: that of which the environment and options say nothing. */
    private Map<String, String> fromProfile(Config others) {
        Map<String, String> counting = new TreeMap<>(stored);
        counting.keySet().removeIf(key -> options.containsKey(key) || isGiven(others, key)
                || alternatives(key).stream().anyMatch(other -> options.containsKey(other) || isGiven(others, other)));
        return counting;
    }

    private static Set<String> alternatives(String key) {
        return ALTERNATIVES.stream().filter(group -> group.contains(key)).findFirst().orElse(Set.of());
    }

    private static boolean isGiven(Config config, String key) {
        ConfigValue value = config.getConfigValue(key);
        return value.getValue() != null && !value.getValue().isBlank() && value.getSourceOrdinal() >= ENVIRONMENT_ORDINAL;
    }

    /** All that are in force of an account, before {@link #apply()}. */
    List<Setting> inForce() {
        Config others = configuration();
        Map<String, String> counting = fromProfile(others);
        Set<String> names = new TreeSet<>(counting.keySet());
        names.addAll(options.keySet());
        KNOWN.stream().filter(name -> isGiven(others, name)).forEach(names::add);
        // A variable doesn't tell where its name has dots and where dashes.
        StreamSupport.stream(others.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX) && isGiven(others, name) && !isVariable(others, name))
                .forEach(names::add);
        List<Setting> settings = new ArrayList<>();
        for (String name : names) {
            if (options.containsKey(name)) {
                settings.add(new Setting(name, options.get(name), "option"));
            } else if (counting.containsKey(name)) {
                settings.add(new Setting(name, counting.get(name), "profile"));
            } else if (alternatives(name).stream().noneMatch(options::containsKey)) {
                ConfigValue value = others.getConfigValue(name);
                settings.add(new Setting(name, value.getValue(),
                        value.getSourceOrdinal() >= OPTION_ORDINAL ? "system property" : "environment"));
            }
        }
        Set<String> told = KNOWN.stream().map(Settings::variable).collect(Collectors.toSet());
        new TreeMap<>(System.getenv()).forEach((variable, value) -> {
            if (variable.startsWith(variable(PREFIX)) && !told.contains(variable)) {
                settings.add(new Setting(variable, value, "environment"));
            }
        });
        return settings;
    }

    private static boolean isVariable(Config config, String name) {
        int ordinal = config.getConfigValue(name).getSourceOrdinal();
        return ordinal >= VARIABLES_ORDINAL && ordinal < OPTION_ORDINAL;
    }

    /** The variable of a property. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Whether any setting of an account is there, after {@link #apply()}. */
    static boolean nameAnAccount() {
        Config config = configuration();
        return OF_AN_ACCOUNT.stream().anyMatch(setting -> Optional.ofNullable(config.getConfigValue(setting).getValue())
                .filter(value -> !value.isBlank()).isPresent());
    }
}
