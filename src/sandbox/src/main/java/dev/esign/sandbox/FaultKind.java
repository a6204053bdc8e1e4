package dev.esign.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

/** The faults that pages for people offer, by name; programs can set up more kinds, and finer ones, by {@link FaultyCalls}. */
public enum FaultKind {

    /** The answer comes, but late. */
    LAG("Late by 2 seconds", calls -> calls.lag(Duration.ofSeconds(2))),
    /** HTTP 503. */
    UNAVAILABLE("503 with Retry-After of 2 seconds",
            calls -> calls.status(503, RetryAfter.seconds(Duration.ofSeconds(2)))),
    /** HTTP 429. */
    TOO_MANY("429 with Retry-After of 2 seconds", calls -> calls.status(429, RetryAfter.seconds(Duration.ofSeconds(2)))),
    /** HTTP 502. */
    BAD_GATEWAY("502 with an HTML page", calls -> calls.status(502)),
    /** A start is refused as if anchor tags were still processed. */
    NOT_READY("Not ready: anchor tags are being processed (StartSession)", FaultyCalls::notReady),
    /** An error inside HTTP 200. */
    REFUSED("Refused with an error text", calls -> calls.answerErrors("Error: Refused by a fault of the sandbox.")),
    /** The answer is {@code null}. */
    TOKEN_REFUSED("null, as for a token that is refused", FaultyCalls::answerNull),
    /** The work is done, the connection is closed instead of an answer. */
    LOST("Work done, but the answer is lost", FaultyCalls::loseTheAnswer),
    /** The work is done, the answer ends in its middle. */
    CUT("Work done, but the answer is cut off", calls -> calls.truncateTheAnswer(20)),
    /** The connection is closed, nothing is done. */
    DROPPED("Connection dropped before any work", FaultyCalls::dropTheConnection),
    /** No answer for longer than most wait. */
    SILENT("No answer for 30 seconds", calls -> calls.silence(Duration.ofSeconds(30))),
    /** HTTP 200 with HTML. */
    PAGE("A page instead of JSON", FaultyCalls::answerHtml),
    /** HTTP 200 with JSON that can't be read. */
    GARBAGE("Something that is no JSON", FaultyCalls::answerGarbage);

    private final String label;
    private final Function<FaultyCalls, Fault> effect;

    FaultKind(String label, Function<FaultyCalls, Fault> effect) {
        this.label = label;
        this.effect = effect;
    }

    /**
     * Finds a kind.
     *
     * @param name its name, such as {@code LOST}
     * @return the kind
     * @throws IllegalArgumentException if there is none of this name; the message lists all
     */
    public static FaultKind of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findAny().orElseThrow(
                () -> new IllegalArgumentException("kind must be one of " + Arrays.toString(values())));
    }

    /** @return what happens, for people to choose from */
    public String label() {
        return label;
    }

    /**
     * Lets calls fail in this way.
     *
     * @param calls which
     * @return the fault that is set up
     * @throws IllegalArgumentException if the calls can't fail in this way
     */
    public Fault setUp(FaultyCalls calls) {
        return effect.apply(calls);
    }
}
