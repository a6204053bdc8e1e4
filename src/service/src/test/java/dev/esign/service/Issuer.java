package dev.esign.service;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Who makes the tokens of a test's callers. */
final class Issuer {

    static final String NAME = "https://issuer.example.com";
    static final String AUDIENCE = "esign-service";

    private final KeyPair keys;

    Issuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings by which a service trusts it. */
    Map<String, String> environment() {
        return Map.of("MP_JWT_VERIFY_ISSUER", NAME, "MP_JWT_VERIFY_PUBLICKEY", publicKey(), "MP_JWT_VERIFY_AUDIENCES",
                AUDIENCE);
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** Its public key as a set of JSON Web Keys. */
    String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"key-of-the-test\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(encode(unsigned(key.getModulus())), encode(unsigned(key.getPublicExponent())));
    }

    /** A token that is good, with these groups. */
    String token(String... groups) {
        return sign(claims(groups));
    }

    String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("key-of-the-test").sign(keys.getPrivate());
    }

    /** The claims of a good token, to be spoilt. */
    static JwtClaimsBuilder claims(String... groups) {
        return Jwt.claims().issuer(NAME).audience(AUDIENCE).subject("caller-of-the-test").groups(Set.of(groups))
                .issuedAt(Instant.now()).expiresIn(Duration.ofHours(1));
    }

    /** The claims of a good token that nobody signed. */
    String unsigned(String... groups) {
        return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + '.' + payload(token(groups)) + '.';
    }

    /** The claims of a good token, signed with the public key as if it were a shared secret. */
    String signedWithThePublicKey(String... groups) throws GeneralSecurityException {
        String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + '.' + payload(token(groups));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(publicKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return signed + '.' + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String payload(String token) {
        return token.split("\\.")[1];
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encode(String json) {
        return encode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
