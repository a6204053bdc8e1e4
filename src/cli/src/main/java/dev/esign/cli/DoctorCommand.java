package dev.esign.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.esign.AuthenticationException;
import dev.esign.EsignException;
import dev.esign.EsignUsers;
import dev.esign.SigningSessions;
import dev.esign.cli.Diagnosis.Check;
import dev.esign.model.User;
import dev.esign.model.UserStatus;
import dev.esign.spi.TokenSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code esign doctor}: each check is only made when those before it let it mean something. */
@Command(name = "doctor", description = "Checks settings, connection, clock, token, user and the form of requests, and says what to do about what is wrong.", footer = {
        "  esign doctor",
        "  esign doctor --profile stage --no-draft --json" })
class DoctorCommand extends AccountCommand {

    private static final Duration TOLERATED = Duration.ofMinutes(1);
    private static final String SET = "set it in the environment, or store an account: esign login";

    /**
     * What was found, for scripts.
     *
     * @param checks the checks, in their order
     * @param errors how many have to be cured
     * @param warnings how many should be
     */
    @RegisterForReflection
    record View(List<Check> checks, long errors, long warnings) {
    }

    @Option(names = "--no-draft", description = "Don't create the draft session that shows whether eSign reads our requests as they are meant. Otherwise it is deleted again; nobody gets a mail.")
    boolean noDraft;

    @Inject
    Instance<TokenSource> tokens;

    @Inject
    Instance<EsignUsers> users;

    @Inject
    Instance<SigningSessions> sessions;

    @Inject
    @RestClient
    Instance<DoctorProbe> probe;

    @ConfigProperty(name = Settings.USERNAME)
    Optional<String> username;

    @ConfigProperty(name = Settings.RETURN_URL)
    Optional<String> returnUrl;

    private volatile DraftCheck draft;

    @Override
    Need need() {
        return Need.NOTHING;
    }

    @Override
    int run() {
        Diagnosis diagnosis = new Diagnosis(screen);
        profile(diagnosis);
        boolean going = settings(diagnosis);
        going = skipUnless(going, diagnosis, "connection", "clock") && connection(diagnosis);
        going = skipUnless(going, diagnosis, "token") && token(diagnosis);
        going = skipUnless(going, diagnosis, "user") && user(diagnosis);
        if (noDraft) {
            diagnosis.skipped("draft", "not wanted");
        } else if (skipUnless(going, diagnosis, "draft")) {
            draft = new DraftCheck(sessions.get(), username.orElseThrow());
            draft.run(diagnosis);
        }
        done(new View(diagnosis.checks(), diagnosis.errors(), diagnosis.warnings()));
        return diagnosis.errors() == 0 ? ExitCodes.DONE : ExitCodes.FINDINGS;
    }

    private static boolean skipUnless(boolean going, Diagnosis diagnosis, String... checks) {
        if (!going) {
            List.of(checks).forEach(check -> diagnosis.skipped(check, "can't be checked before the errors above are cured"));
        }
        return going;
    }

    private void profile(Diagnosis diagnosis) {
        Profile profile = settings().profile();
        if (!profile.exists()) {
            diagnosis.ok("profile", "none is stored; the environment counts alone");
            return;
        }
        try {
            if (profile.isOpenToOthers()) {
                diagnosis.warning("profile", profile.file() + " can be read by others", "chmod 600 " + profile.file());
            } else if (profile.read().containsKey(Settings.API_KEY)) {
                diagnosis.warning("profile", profile.file() + " has the plain API key",
                        "store it encrypted: esign login --profile " + profile.name());
            } else {
                diagnosis.ok("profile", profile.file().toString());
            }
        } catch (IOException unreadable) {
            diagnosis.error("profile", profile.file() + " can't be read", "check its permissions");
        }
    }

    /** The extension checks them all when the first thing is wanted of it. */
    private boolean settings(Diagnosis diagnosis) {
        try {
            tokens.get();
        } catch (ConfigurationException wrong) {
            wrong.getMessage().lines().filter(line -> line.startsWith("  "))
                    .forEach(line -> diagnosis.error("settings", line.strip(), SET));
            return false;
        }
        diagnosis.ok("settings", "complete");
        if (returnUrl.isEmpty()) {
            diagnosis.warning("return URL", "isn't set, and eSign wants it in many calls",
                    "set QUARKUS_ESIGN_RETURN_URL, or give --return-url each time");
        }
        return true;
    }

    private boolean connection(Diagnosis diagnosis) {
        Date date;
        try (Response response = probe()) {
            date = response.getDate();
            diagnosis.ok("connection", "there is an answer (HTTP " + response.getStatus() + ")");
        } catch (ProcessingException failure) {
            diagnosis.error("connection", "there is no answer (" + root(failure).getClass().getSimpleName() + ")",
                    "check the host in the URL (esign config show), the network, and whether a proxy is needed"
                            + " (QUARKUS_REST_CLIENT_ESIGN_PROXY_ADDRESS)");
            diagnosis.skipped("clock", "there is nothing to compare it with");
            return false;
        }
        if (date == null) {
            diagnosis.skipped("clock", "the answer has no date");
            return true;
        }
        Duration off = Duration.between(date.toInstant(), Instant.now()).abs();
        if (off.compareTo(TOLERATED) > 0) {
            diagnosis.warning("clock", "differs from eSign's by " + off.toSeconds() + " s; tokens live shortly",
                    "set the clock, for example: timedatectl set-ntp true");
        } else {
            diagnosis.ok("clock", "as eSign's");
        }
        return true;
    }

    private Response probe() {
        try {
            return probe.get().landingUrl();
        } catch (WebApplicationException answered) {
            return answered.getResponse();
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private boolean token(Diagnosis diagnosis) {
        try {
            tokens.get().token().await().indefinitely();
        } catch (AuthenticationException refused) {
            diagnosis.error("token", refused.getMessage(), "store the account again with the right key: esign login");
            return false;
        } catch (EsignException failure) {
            diagnosis.error("token", failure.getMessage(),
                    "check the path in the URL (esign config show); otherwise try later");
            return false;
        }
        diagnosis.ok("token", "eSign gives one");
        return true;
    }

    private boolean user(Diagnosis diagnosis) {
        Optional<User> user;
        try {
            user = users.get().findByUsername(username.orElseThrow());
        } catch (EsignException failure) {
            diagnosis.warning("user", "eSign doesn't show it: " + failure.getMessage(),
                    "ask your representative whether the account may read users");
            return true;
        }
        if (user.isEmpty()) {
            diagnosis.error("user", "eSign doesn't know it", "check the user name: esign config show");
            return false;
        }
        if (user.get().status().filter(UserStatus.INACTIVE::equals).isPresent()) {
            diagnosis.error("user", "is inactive", "have an administrator of the account activate it");
            return false;
        }
        diagnosis.ok("user", "eSign knows it");
        return true;
    }

    @Override
    List<String> whenInterrupted() {
        DraftCheck made = draft;
        return made == null ? List.of("nothing was changed") : made.whatIsLeft();
    }
}
