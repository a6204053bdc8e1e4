package dev.esign.service.caller;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/** Looks, when the service starts, whether it can tell its callers apart. */
@Singleton
class CallersCheck {

    private static final Logger LOG = Logger.getLogger("dev.esign.service.callers");
    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String KEY = "mp.jwt.verify.publickey";
    private static final String KEY_LOCATION = "mp.jwt.verify.publickey.location";
    private static final String AUDIENCES = "mp.jwt.verify.audiences";
    private static final Set<String> TRIALS = Set.of("dev", "test");

    private final CallersConfig callers;
    private final Config config;

    CallersCheck(CallersConfig callers, Config config) {
        this.callers = callers;
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        boolean trial = config.unwrap(SmallRyeConfig.class).getProfiles().stream().anyMatch(TRIALS::contains);
        List<String> problems = switch (callers.mode()) {
            case JWT -> trial ? List.of() : problemsOfTokens();
            case OPEN -> trial ? List.of()
                    : List.of("  " + named(CallersConfig.PREFIX) + ": open is for dev and test mode; set jwt or proxy");
            case PROXY -> List.of();
        };
        if (!problems.isEmpty()) {
            throw new ConfigurationException("Callers can't be told apart, settings are missing or wrong:\n"
                    + String.join("\n", problems) + "\nSee docs/service-security.md.");
        }
        if (callers.mode() == CallersMode.JWT && !trial && value(AUDIENCES).isEmpty()) {
            LOG.warnf("Any token of the issuer is taken, for whatever service it was made; set %s (%s)", AUDIENCES,
                    variable(AUDIENCES));
        }
    }

    private List<String> problemsOfTokens() {
        List<String> problems = new ArrayList<>();
        if (value(ISSUER).isEmpty()) {
            problems.add(
                    "  " + named(ISSUER) + ": is missing: who makes the tokens of callers, as their claim iss says; or set "
                            + named(CallersConfig.PREFIX) + " to proxy where a proxy in front looks at callers");
        }
        if (Stream.of(KEY, KEY_LOCATION).allMatch(key -> value(key).isEmpty())) {
            problems.add("  " + named(KEY_LOCATION)
                    + ": is missing: where the issuer's public keys are, such as its JWKS address; or "
                    + "the key itself in " + named(KEY));
        }
        value(KEY_LOCATION).filter(CallersCheck::isMissingFile)
                .ifPresent(
                        missing -> problems.add("  " + named(KEY_LOCATION) + ": is a file that isn't there or can't be read"));
        return problems;
    }

    private static boolean isMissingFile(String location) {
        if (location.startsWith("file:")) {
            return !Files.isReadable(Path.of(URI.create(location)));
        }
        // Without a scheme it is a file or on the class path.
        return !location.contains(":") && !Files.isReadable(Path.of(location))
                && Thread.currentThread().getContextClassLoader().getResource(location.replaceFirst("^/", "")) == null;
    }

    private Optional<String> value(String property) {
        return config.getOptionalValue(property, String.class).filter(value -> !value.isBlank());
    }

    private static String named(String property) {
        return property + " (" + variable(property) + ")";
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
