package dev.esign.sandbox.pages;

import java.time.Duration;
import java.util.function.Function;

import dev.esign.sandbox.Fault;
import dev.esign.sandbox.FaultyCalls;
import dev.esign.sandbox.RetryAfter;

/** The faults that the page offers; programs can set up more kinds, and finer ones. */
enum FaultKind {

    LAG("Late by 2 seconds", calls -> calls.lag(Duration.ofSeconds(2))),
    UNAVAILABLE("503 with Retry-After of 2 seconds",
            calls -> calls.status(503, RetryAfter.seconds(Duration.ofSeconds(2)))),
    TOO_MANY("429 with Retry-After of 2 seconds", calls -> calls.status(429, RetryAfter.seconds(Duration.ofSeconds(2)))),
    BAD_GATEWAY("502 with an HTML page", calls -> calls.status(502)),
    NOT_READY("Not ready: anchor tags are being processed (StartSession)", FaultyCalls::notReady),
    REFUSED("Refused with an error text", calls -> calls.answerErrors("Error: Refused by a fault of the sandbox.")),
    TOKEN_REFUSED("null, as for a token that is refused", FaultyCalls::answerNull),
    LOST("Work done, but the answer is lost", FaultyCalls::loseTheAnswer),
    CUT("Work done, but the answer is cut off", calls -> calls.truncateTheAnswer(20)),
    DROPPED("Connection dropped before any work", FaultyCalls::dropTheConnection),
    SILENT("No answer for 30 seconds", calls -> calls.silence(Duration.ofSeconds(30))),
    GARBAGE("Something that is no JSON", FaultyCalls::answerGarbage);

    private final String label;
    private final Function<FaultyCalls, Fault> effect;

    FaultKind(String label, Function<FaultyCalls, Fault> effect) {
        this.label = label;
        this.effect = effect;
    }

    String label() {
        return label;
    }

    /**
     * Sets the fault up.
     *
     * @throws IllegalArgumentException if the calls can't fail in this way
     */
    void setUp(FaultyCalls calls) {
        effect.apply(calls);
    }
}
