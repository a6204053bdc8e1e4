package dev.esign.deployment;

import java.time.Duration;
import java.util.function.Function;

import dev.esign.sandbox.Fault;
import dev.esign.sandbox.FaultyCalls;
import dev.esign.sandbox.RetryAfter;

/** The faults that the Dev UI offers; programs can set up more kinds, and finer ones. */
enum FaultSwitch {

    UNAVAILABLE("HTTP 503, may be tried again after 2 seconds",
            calls -> calls.status(503, RetryAfter.seconds(Duration.ofSeconds(2)))),
    TOO_MANY("HTTP 429, may be tried again after 2 seconds",
            calls -> calls.status(429, RetryAfter.seconds(Duration.ofSeconds(2)))),
    BAD_GATEWAY("HTTP 502, a page of a gateway", calls -> calls.status(502)),
    SLOW("Answers 3 seconds late", calls -> calls.lag(Duration.ofSeconds(3))),
    SILENT("No answer", FaultyCalls::silence),
    DROPPED("Connection dropped, nothing done", FaultyCalls::dropTheConnection),
    LOST("Work done, answer lost", FaultyCalls::loseTheAnswer),
    CUT("Work done, answer cut off", calls -> calls.truncateTheAnswer(20)),
    REFUSED("Refused with an error text", calls -> calls.answerErrors("Error: Refused by a fault of the sandbox.")),
    NOT_READY("Not ready: anchor tags are processed (StartSession)", FaultyCalls::notReady),
    TOKEN_REFUSED("null: the token is refused", FaultyCalls::answerNull),
    PAGE("A page instead of JSON", FaultyCalls::answerHtml),
    GARBAGE("JSON that is none", FaultyCalls::answerGarbage);

    private final String label;
    private final Function<FaultyCalls, Fault> effect;

    FaultSwitch(String label, Function<FaultyCalls, Fault> effect) {
        this.label = label;
        this.effect = effect;
    }

    String label() {
        return label;
    }

    /**
     * Sets the fault up.
     *
     * @throws IllegalArgumentException if these calls can't fail in this way
     */
    void on(FaultyCalls calls) {
        effect.apply(calls);
    }
}
