package dev.esign.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;

import dev.esign.EsignAccountSettings;
import dev.esign.EsignAccounts;
import dev.esign.EsignEnvironment;
import dev.esign.EsignException;
import dev.esign.EsignServices;
import dev.esign.NotFoundException;
import dev.esign.ValidationException;
import dev.esign.rest.ErrorStatusException;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.TokensApi;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code esign login}: stores an account. The plain key is read where nobody sees it, encrypted by eSign, and forgotten; what
 * is
 * stored has been tried before.
 */
@Command(name = "login", description = {
        "Stores an account in a file that only you can read.",
        "The API key is asked for, or read from standard input. eSign encrypts it; only that is stored." }, footer = {
                "  esign login",
                "  esign login --profile stage --url https://api.stage.esignonline.net \\",
                "    --username me@example.com --return-url https://www.example.com/ < key.txt" })
class LoginCommand extends AccountCommand {

    private static final String SALT_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SALT_LENGTH = 32;

    /**
     * Where the account is, for scripts.
     *
     * @param done {@code stored}
     * @param profile its name
     * @param file its file
     */
    @RegisterForReflection
    record View(String done, String profile, String file) {
    }

    @Option(names = "--salt", paramLabel = "TEXT", description = "Letters and digits; random by default. With --encrypted, those that the key was encrypted with.")
    String salt;

    @Option(names = "--encrypted", description = "The key that is read is encrypted already, with --salt.")
    boolean encrypted;

    @Option(names = "--return-url", paramLabel = "URL", description = "Your host URL, to be used where a command gives none.")
    URI returnUrl;

    @Inject
    EsignAccounts accounts;

    private volatile boolean stored;

    @Override
    Need need() {
        return Need.NOTHING;
    }

    @Override
    Settings settings() {
        return Settings.of(account, true, spec.commandLine());
    }

    @Override
    int run() {
        Settings before = settings();
        Profile profile = before.profile();
        Config config = Settings.configuration();
        URI url = address(given(config, Settings.URL).or(() -> given(config, Settings.ENVIRONMENT))
                .orElseGet(() -> ask("--url", "eSign's API (stage, production, or an address)")));
        String username = given(config, Settings.USERNAME)
                .orElseGet(() -> ask("--username", "E-mail address of the sessions' owner"));
        String key = secret();
        String usedSalt = salt(config);
        Supplier<EsignAccountSettings.Builder> described = () -> EsignAccountSettings.named(profile.name()).url(url)
                .salt(usedSalt).username(username);
        String cipherText = encrypted ? key : encrypt(described.get().apiKey(key).build(), key, usedSalt);
        tryOut(described.get().encryptedApiKey(cipherText).build(), username);
        Map<String, String> settings = new TreeMap<>(before.stored());
        settings.keySet().removeAll(Set.of(Settings.API_KEY, Settings.ENVIRONMENT));
        settings.putAll(Map.of(Settings.URL, url.toString(), Settings.USERNAME, username, Settings.SALT, usedSalt,
                Settings.ENCRYPTED_API_KEY, cipherText));
        if (returnUrl != null) {
            settings.put(Settings.RETURN_URL, returnUrl.toString());
        }
        store(profile, settings);
        screen.step(Tone.GOOD, "stored", "profile '" + profile.name() + "' in " + profile.file());
        return done(new View("stored", profile.name(), profile.file().toString()));
    }

    private String salt(Config config) {
        if (salt != null) {
            return salt;
        }
        return encrypted ? given(config, Settings.SALT).orElseThrow(
                () -> misuse("Missing --salt: give the salt that the key was encrypted with")) : randomSalt();
    }

    private static Optional<String> given(Config config, String setting) {
        return config.getOptionalValue(setting, String.class).filter(value -> !value.isBlank());
    }

    private String ask(String option, String question) {
        Console console = System.console();
        String answer = console == null ? null : console.readLine("%s: ", question);
        if (answer == null || answer.isBlank()) {
            throw misuse("Missing " + option + ": " + question);
        }
        return answer.strip();
    }

    /** Typed without an echo; or the first line of what is piped in. */
    private String secret() {
        Console console = System.console();
        String key;
        if (console != null) {
            char[] typed = console.readPassword("API key%s: ", encrypted ? ", encrypted" : "");
            key = typed == null ? null : new String(typed);
        } else {
            try {
                key = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        if (key == null || key.isBlank()) {
            throw misuse("Missing API key: type it, or give it on standard input");
        }
        return key.strip();
    }

    private URI address(String text) {
        for (EsignEnvironment environment : EsignEnvironment.values()) {
            if (environment.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return environment.url();
            }
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException wrong) {
            throw misuse("--url: is no address; give one like https://api.stage.esignonline.net");
        }
    }

    private static String randomSalt() {
        return new SecureRandom().ints(SALT_LENGTH, 0, SALT_CHARACTERS.length())
                .mapToObj(index -> SALT_CHARACTERS.substring(index, index + 1)).collect(Collectors.joining());
    }

    /** The one time that the plain key travels. */
    private String encrypt(EsignAccountSettings settings, String key, String usedSalt) {
        EsignServices services = accounts.open(settings);
        RequestResponse answer;
        try {
            answer = services.client(TokensApi.class).encryptString(key, usedSalt).await().indefinitely();
        } catch (RuntimeException failure) {
            // Its own message may quote the address, and that has the key in it.
            String status = failure instanceof ErrorStatusException known ? " (HTTP " + known.status() + ")" : "";
            throw new Refusal(ExitCodes.UNREACHABLE, "EncryptString: no answer of eSign's" + status
                    + "; check --url. A key with / or + in it may be refused on the way: have it encrypted, and give it with --encrypted");
        } finally {
            accounts.close(settings.account());
        }
        if (answer == null || answer.isError() || answer.returnValue() == null || answer.returnValue().isBlank()) {
            throw new Refusal(ExitCodes.REFUSED, "EncryptString: eSign didn't encrypt the key; check --url and the key");
        }
        return answer.returnValue();
    }

    /** Gets a token and asks for the user. Whether that may be asked depends on the account, so only the token has to work. */
    private void tryOut(EsignAccountSettings settings, String username) {
        EsignServices services = accounts.open(settings);
        try {
            if (services.users().findByUsername(username).isEmpty()) {
                screen.step(Tone.NOTE, "user", "eSign doesn't know it; check --username");
            }
        } catch (NotFoundException | ValidationException notShown) {
            screen.step(Tone.NOTE, "user", "eSign doesn't show it: " + ((EsignException) notShown).getMessage());
        } finally {
            accounts.close(settings.account());
        }
    }

    private void store(Profile profile, Map<String, String> settings) {
        try {
            profile.write(settings);
            stored = true;
        } catch (IOException failure) {
            throw new Refusal(ExitCodes.USAGE,
                    "the profile can't be written: " + failure.getMessage() + "; check " + profile.file().getParent());
        }
    }

    @Override
    List<String> whenInterrupted() {
        return List.of(stored ? "the account is stored" : "nothing was stored");
    }
}
