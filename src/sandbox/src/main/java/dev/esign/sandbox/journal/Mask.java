package dev.esign.sandbox.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Knows what is secret by its name, and hides it so that equal secrets still look equal. */
final class Mask {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Set<String> PARTS = Set.of("password", "token", "salt", "secret", "authorization", "cookie", "apikey",
            "api-key", "plaintext", "imagebase64");

    /** Its key dies with the sandbox, which keeps even short secrets from being guessed. */
    private final Mac mac;

    Mask() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    /** Whether a member, header, parameter or variable of this name holds a secret. */
    static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PARTS.stream().anyMatch(lower::contains);
    }

    /** Something in the place of a secret; nothing in the place of nothing. */
    String of(String secret) {
        if (secret.isEmpty()) {
            return "";
        }
        synchronized (mac) {
            byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return "masked-" + HexFormat.of().formatHex(digest, 0, 6);
        }
    }
}
