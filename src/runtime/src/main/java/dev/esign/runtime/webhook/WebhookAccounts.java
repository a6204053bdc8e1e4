package dev.esign.runtime.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.esign.runtime.EsignAccountsConfig;
import dev.esign.runtime.SettingNames;

/**
 * Which account a webhook call belongs to: each has secrets of its own, and a call carries one of them. Shows none.
 * Thread-safe.
 */
@Singleton
public class WebhookAccounts {

    private static final String SECRETS = "webhook.secrets";

    /** What needs no encoding in a path, so that the address looks the same everywhere. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._~-]{16,}");

    private record Known(String account, byte[] hash) {
    }

    private final WebhookFixedConfig address;
    private final String rootPath;
    private final List<Known> known = new CopyOnWriteArrayList<>();
    /** Those that stand in the addresses. */
    private final Map<String, String> firstSecrets = new ConcurrentHashMap<>();
    /** Those that aren't configured. */
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final List<String> problems = new ArrayList<>();

    WebhookAccounts(WebhookFixedConfig address, EsignAccountsConfig config,
            @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String rootPath) {
        this.address = address;
        this.rootPath = rootPath;
        new TreeMap<>(config.accounts()).forEach((account, settings) -> problems
                .addAll(add(SettingNames.configured(account), account, settings.webhook().secrets().orElse(List.of()))));
    }

    /** @return what is wrong with the configured secrets, a line for each problem; no line quotes one */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** @return whether calls are taken that nobody can make, since no account has a secret */
    public boolean isUnreachable() {
        return address.enabled() && known.isEmpty() && problems.isEmpty();
    }

    /**
     * Takes the secrets of an account that is opened.
     *
     * @param account its name
     * @param secrets its secrets, none if eSign doesn't call about it
     * @throws IllegalArgumentException when one is too short, can't stand in a path, or is another account's
     */
    public void open(String account, List<String> secrets) {
        List<String> wrong = add(SettingNames.opened(account), account, secrets);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "the eSign account '" + account + "' can't be opened:\n" + String.join("\n", wrong));
        }
        opened.add(account);
    }

    /**
     * Forgets an account that is closed.
     *
     * @param account its name
     */
    public synchronized void close(String account) {
        known.removeIf(secret -> secret.account().equals(account));
        firstSecrets.remove(account);
        opened.remove(account);
    }

    /**
     * The path at which calls about an account come in.
     *
     * @param account its name
     * @return the path from the root of the server, with the first of its secrets
     * @throws IllegalStateException when the application takes no webhook calls, or the account has no secret
     */
    public String path(String account) {
        if (!address.enabled()) {
            throw new IllegalStateException(
                    "this application takes no webhook calls; set quarkus.esign.webhook.enabled=true");
        }
        String secret = firstSecrets.get(account);
        if (secret == null) {
            throw new IllegalStateException("there is no secret; set "
                    + (opened.contains(account) ? SettingNames.opened(account) : SettingNames.configured(account)).of(SECRETS));
        }
        return address.pathBelow(rootPath) + "/" + secret;
    }

    /** The account of a secret; takes as long for any candidate of the same length. */
    Optional<String> account(String candidate) {
        byte[] hash = hash(Optional.ofNullable(candidate).orElse(""));
        String account = null;
        for (Known secret : known) {
            if (MessageDigest.isEqual(secret.hash(), hash)) {
                account = secret.account();
            }
        }
        return Optional.ofNullable(account);
    }

    /** Takes all of them, or none if there are problems. An application that takes no calls needs no secrets. */
    private synchronized List<String> add(SettingNames names, String account, List<String> secrets) {
        String name = names.allOf(SECRETS);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; address.enabled() && i < secrets.size(); i++) {
            if (!SECRET.matcher(secrets.get(i)).matches()) {
                wrong.add("  " + name + ": number " + (i + 1) + " is shorter than 16 characters or has others than letters,"
                        + " digits, '-', '.', '_' and '~'; take one that is long and random");
            } else if (account(secrets.get(i)).filter(other -> !other.equals(account)).isPresent()) {
                wrong.add("  " + name + ": number " + (i + 1) + " is another account's too; give each account its own, since"
                        + " it tells whose call it is");
            }
        }
        if (wrong.isEmpty() && !secrets.isEmpty()) {
            firstSecrets.put(account, secrets.get(0));
            secrets.forEach(secret -> known.add(new Known(account, hash(secret))));
        }
        return wrong;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
