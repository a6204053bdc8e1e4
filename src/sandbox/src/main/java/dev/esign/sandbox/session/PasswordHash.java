package dev.esign.sandbox.session;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What is kept of a password: enough to check one, not enough to tell it. Immutable. */
public final class PasswordHash {

    /** Few for a hash of passwords: a load test creates a thousand sessions per second, each with some. */
    private static final int ROUNDS = 500;
    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    public static PasswordHash of(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new PasswordHash(salt, derive(password, salt));
    }

    /** Reads what {@link #text()} wrote. */
    public static PasswordHash parse(String text) {
        int dot = text.indexOf('.');
        return new PasswordHash(Base64.getDecoder().decode(text.substring(0, dot)),
                Base64.getDecoder().decode(text.substring(dot + 1)));
    }

    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt));
    }

    /** For keeping it in a file. */
    public String text() {
        return Base64.getEncoder().encodeToString(salt) + "." + Base64.getEncoder().encodeToString(hash);
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }

    private static byte[] derive(String password, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 is part of every Java", e);
        } finally {
            spec.clearPassword();
        }
    }
}
