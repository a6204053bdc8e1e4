package dev.esign.sandbox.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.esign.sandbox.http.Call;

/** The tokens that were issued and not yet spent. Thread-safe. */
public final class Tokens {

    private final Clock clock;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();
    /** In order of issue, which is the order of expiry except for those that were shortened. */
    private final Map<String, Instant> expiries = new LinkedHashMap<>();

    public Tokens(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    public String issue() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        // The documented client pastes the token into a URL as it is, so its letters must not need encoding.
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        synchronized (expiries) {
            forgetExpired(now);
            expiries.put(token, now.plus(lifetime));
        }
        return token;
    }

    /** Lets a token that was issued expire earlier than the others. */
    public void shorten(String token, Duration shorterLifetime) {
        Instant expiry = clock.instant().plus(shorterLifetime);
        synchronized (expiries) {
            expiries.computeIfPresent(token, (known, old) -> expiry.isBefore(old) ? expiry : old);
        }
    }

    /** Forgets all tokens: none of them is good any more. */
    public void clear() {
        synchronized (expiries) {
            expiries.clear();
        }
    }

    /**
     * Uses a token up.
     *
     * @return whether it was good: issued here, not expired and never spent before
     */
    public boolean spend(String token) {
        Instant expiry;
        synchronized (expiries) {
            expiry = expiries.remove(token);
        }
        return expiry != null && clock.instant().isBefore(expiry);
    }

    /** A call that only a good token gets to; "returns null" to all others, as every method's page says. */
    public Call demandedBy(Call call) {
        return request -> spend(request.authorization()) ? call.answer(request) : Envelope.nothing();
    }

    private void forgetExpired(Instant now) {
        Iterator<Instant> eldest = expiries.values().iterator();
        while (eldest.hasNext() && !now.isBefore(eldest.next())) {
            eldest.remove();
        }
    }
}
