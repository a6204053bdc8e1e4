package dev.esign.sandbox.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts texts so that the salt alone opens them again: nothing has to be kept, and a key that was encrypted once
 * survives a restart. The documentation names "Rijndael 256-bit" and no details; AES-GCM is the sandbox's own choice.
 */
public final class SaltCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    public String encrypt(String text, String salt) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, salt, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** The text, or nothing when it was not encrypted with this salt. */
    public Optional<String> decrypt(String ciphertext, String salt) {
        try {
            byte[] bytes = Base64.getDecoder().decode(ciphertext);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE_BYTES];
            byte[] sealed = new byte[bytes.length - NONCE_BYTES];
            ByteBuffer.wrap(bytes).get(nonce).get(sealed);
            byte[] text = cipher(Cipher.DECRYPT_MODE, salt, nonce).doFinal(sealed);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // No base64, or the seal is broken: both mean that it is not ours.
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, String salt, byte[] nonce) throws GeneralSecurityException {
        byte[] key = MessageDigest.getInstance("SHA-256").digest(("esign-sandbox " + salt).getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
