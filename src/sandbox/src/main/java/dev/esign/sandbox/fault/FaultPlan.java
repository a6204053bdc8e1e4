package dev.esign.sandbox.fault;

import java.util.Set;

/**
 * What was set up.
 *
 * @param times how many calls it hits, 0 for all
 * @param operations the methods it is meant for, none for all
 * @param probability how likely a call is hit, up to 1
 * @param seed where the random numbers begin
 * @param afterTheWork whether the call does its work first
 */
record FaultPlan(int times, Set<String> operations, double probability, long seed, boolean afterTheWork, Effect effect) {

    boolean isMeantFor(String operation) {
        return operations.isEmpty() || operations.contains(operation);
    }

    @Override
    public String toString() {
        StringBuilder words = new StringBuilder(times == 0 ? "always" : "next " + times);
        words.append(" of ").append(operations.isEmpty() ? "any method" : String.join(", ", operations));
        if (probability < 1) {
            words.append(", with probability ").append(probability).append(" (seed ").append(seed).append(')');
        }
        return words.append(afterTheWork ? ", after the work: " : ": ").append(effect).toString();
    }
}
