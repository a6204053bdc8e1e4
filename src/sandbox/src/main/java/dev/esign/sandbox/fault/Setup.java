package dev.esign.sandbox.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.esign.sandbox.Fault;
import dev.esign.sandbox.FaultyCalls;
import dev.esign.sandbox.RetryAfter;

/** Calls that shall fail, while they are described. */
record Setup(FaultList list, int times, Set<String> operations, double probability, long seed, boolean isAfterTheWork)
        implements
            FaultyCalls {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final int LONGEST_BODY = 1_000_000;
    private static final int MOST_TEXTS = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);
    private static final Set<String> START = Set.of("StartSession");
    private static final Set<String> TOKEN_METHODS = new TreeSet<>(Set.of("GetToken", "GetTokenUserNamePassword"));
    private static final String NOT_READY = "The documents are not ready: anchor tags are still being processed.";

    static Setup of(FaultList list, int times) {
        return new Setup(list, times, Set.of(), 1, 0, false);
    }

    @Override
    public FaultyCalls of(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("of needs a method: name at least one of " + list.operations());
        }
        Set<String> named = new LinkedHashSet<>(Arrays.asList(names));
        for (String name : named) {
            if (!list.operations().contains(name)) {
                throw new IllegalArgumentException("The method \"" + name + "\" is unknown: name one of " + list.operations());
            }
        }
        return meaning(named);
    }

    @Override
    public FaultyCalls withProbability(double newProbability, long newSeed) {
        if (!(newProbability > 0 && newProbability <= 1)) {
            throw new IllegalArgumentException("probability must be above 0 and at most 1, was " + newProbability);
        }
        return new Setup(list, times, operations, newProbability, newSeed, isAfterTheWork);
    }

    @Override
    public FaultyCalls afterTheWork() {
        return new Setup(list, times, operations, probability, seed, true);
    }

    @Override
    public Fault lag(Duration time) {
        return lag(upToAnHour("lag", time), time);
    }

    @Override
    public Fault lag(Duration shortest, Duration longest) {
        upToAnHour("the longest lag", longest);
        if (shortest.isNegative() || shortest.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "the shortest lag must lie between 0 and the longest, " + longest + ", was " + shortest);
        }
        return setUp(new Effect.Lag(shortest, longest));
    }

    @Override
    public Fault trickle(int bytes, Duration every) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1, was " + bytes);
        }
        return setUp(new Effect.Trickle(bytes, upToAnHour("every", every)));
    }

    @Override
    public Fault silence() {
        return silence(LONGEST_SILENCE);
    }

    @Override
    public Fault silence(Duration longest) {
        return setUp(new Effect.Silence(upToAnHour("silence", longest)));
    }

    @Override
    public Fault dropTheConnection() {
        return setUp(new Effect.Drop());
    }

    @Override
    public Fault loseTheAnswer() {
        return afterTheWork().dropTheConnection();
    }

    @Override
    public Fault truncateTheAnswer(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must not be negative, was " + bytes);
        }
        return setUp(new Effect.Truncate(bytes));
    }

    @Override
    public Fault status(int status) {
        return status(status, Optional.empty());
    }

    @Override
    public Fault status(int status, RetryAfter retryAfter) {
        return status(status, Optional.of(retryAfter));
    }

    @Override
    public Fault answer(int status, String contentType, String body) {
        if (status < 200 || status > 599 || WITHOUT_BODY.contains(status)) {
            throw new IllegalArgumentException(
                    "status must lie between 200 and 599 and be one that has a body, was " + status);
        }
        if (contentType.isBlank() || !contentType.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("contentType must be printable ASCII, such as application/json");
        }
        if (body.isEmpty() || body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException(
                    "body must have 1 to " + LONGEST_BODY + " characters, had " + body.length());
        }
        return setUp(new Effect.Body(status, contentType, body));
    }

    @Override
    public Fault answerHtml() {
        return answer(200, "text/html; charset=utf-8", """
                <!DOCTYPE html>
                <html lang="en"><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>
                """);
    }

    @Override
    public Fault answerGarbage() {
        return answer(200, "application/json; charset=utf-8", "{\"Message\":\"Success\",\"Details\":[}\u0000\uFFFD");
    }

    @Override
    public Fault answerNull() {
        return setUp(new Effect.Nothing());
    }

    @Override
    public Fault answerErrors(String... texts) {
        if (texts.length < 1 || texts.length > MOST_TEXTS) {
            throw new IllegalArgumentException("texts must be 1 to " + MOST_TEXTS + ", were " + texts.length);
        }
        for (String text : texts) {
            if (text.isBlank() || text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("texts must have 1 to " + LONGEST_TEXT + " characters and not be blank");
            }
        }
        return setUp(new Effect.Errors(List.of(texts)));
    }

    @Override
    public Fault notReady() {
        return meaningOnly("notReady", START).answerErrors(NOT_READY);
    }

    @Override
    public Fault tokensExpireAfter(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the lifetime must lie between 0 and " + LONGEST + ", was " + lifetime);
        }
        return meaningOnly("tokensExpireAfter", TOKEN_METHODS).setUp(new Effect.ShortTokens(lifetime, list.tokens()));
    }

    private Fault status(int status, Optional<RetryAfter> retryAfter) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must lie between 400 and 599, was " + status);
        }
        return setUp(new Effect.Status(status, retryAfter));
    }

    private Fault setUp(Effect effect) {
        return list.setUp(new FaultPlan(times, operations, probability, seed, isAfterTheWork, effect));
    }

    private Setup meaning(Set<String> named) {
        return new Setup(list, times, named, probability, seed, isAfterTheWork);
    }

    private Setup meaningOnly(String what, Set<String> allowed) {
        if (operations.isEmpty()) {
            return meaning(allowed);
        }
        if (!allowed.containsAll(operations)) {
            throw new IllegalArgumentException(what + " is for " + String.join(", ", allowed) + " only, not for "
                    + String.join(", ", operations));
        }
        return this;
    }

    private static Duration upToAnHour(String what, Duration time) {
        Objects.requireNonNull(time, what);
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " must be above 0 and at most " + LONGEST + ", was " + time);
        }
        return time;
    }
}
