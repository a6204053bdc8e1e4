package dev.esign.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The misbehaviour of a sandbox: which calls fail, and how.
 *
 * <pre>
 * sandbox.faults().next(1).of("CreateSession").loseTheAnswer();
 * sandbox.faults().always().of("StartSession").withProbability(0.1, 42).status(503, RetryAfter.seconds(Duration.ofSeconds(2)));
 * sandbox.faults().always().lag(Duration.ofMillis(50), Duration.ofMillis(200));
 * </pre>
 *
 * A call that several faults are meant for meets them in the order in which they were set up: a lag before a 503 delays it, and
 * behind a 503 nothing comes any more. The pages and the control interface never fail. Thread-safe.
 */
public interface Faults {

    /**
     * Begins a fault that ends by itself.
     *
     * @param calls how many calls it hits, at least 1
     * @return what describes the calls further, and says how they fail
     * @throws IllegalArgumentException if the number is below 1
     */
    FaultyCalls next(int calls);

    /**
     * Begins a fault that lasts until it is removed.
     *
     * @return what describes the calls further, and says how they fail
     */
    FaultyCalls always();

    /**
     * Lists the faults that can still hit a call.
     *
     * @return them, in the order in which they were set up
     */
    List<Fault> active();

    /**
     * Finds a fault.
     *
     * @param id its {@link Fault#id()}
     * @return the fault if it is active, or among the last 1,000 that hit as many calls as they should
     */
    Optional<Fault> find(long id);

    /**
     * Tells what {@link FaultyCalls#of} takes.
     *
     * @return the names of the documented methods
     */
    Set<String> operations();

    /** Removes all faults. Calls that are being delayed go on at once, connections that are kept waiting are closed. */
    void clear();
}
