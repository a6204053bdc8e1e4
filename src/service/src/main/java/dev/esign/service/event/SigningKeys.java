package dev.esign.service.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and verifies calls as the Standard Webhooks specification wants it. Shows no key. Immutable. */
final class SigningKeys {

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final List<SecretKeySpec> keys;

    private SigningKeys(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /** Reads secrets; adds what is wrong with them to the problems. */
    static SigningKeys read(String setting, List<String> secrets, List<String> problems) {
        List<SecretKeySpec> keys = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            byte[] key = decode(secrets.get(i));
            if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
                problems.add(setting + ": number " + (i + 1) + " isn't " + PREFIX + " and the base64 of " + MIN_BYTES + " to "
                        + MAX_BYTES + " bytes; take \"" + PREFIX + "$(openssl rand -base64 32)\"");
            } else {
                keys.add(new SecretKeySpec(key, ALGORITHM));
            }
        }
        if (secrets.isEmpty()) {
            problems.add(setting + ": is missing: what calls are signed with; take \"" + PREFIX
                    + "$(openssl rand -base64 32)\"");
        }
        return new SigningKeys(List.copyOf(keys));
    }

    private static byte[] decode(String secret) {
        try {
            return Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** The signatures by all keys. */
    String sign(String id, long timestamp, byte[] body) {
        return keys.stream().map(key -> VERSION + sign(key, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    /** Whether one of the signatures is by one of the keys. */
    boolean verify(String id, long timestamp, byte[] body, String signatures) {
        boolean valid = false;
        for (String signature : signatures.split(" ")) {
            for (SecretKeySpec key : keys) {
                valid |= MessageDigest.isEqual((VERSION + sign(key, id, timestamp, body)).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return valid;
    }

    private static String sign(SecretKeySpec key, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "SigningKeys[" + keys.size() + "]";
    }
}
