package dev.esign.sandbox.webhook;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import dev.esign.sandbox.WebhookMisbehaviour;

/** What shall go wrong with the next messages. Thread-safe. */
final class Misbehaviours {

    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(5);

    private static final int MOST_TIMES = 1_000_000;
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private final Map<WebhookMisbehaviour, Rule> rules = new EnumMap<>(WebhookMisbehaviour.class);

    private record Rule(int times, Duration delay) {
    }

    void add(WebhookMisbehaviour misbehaviour, int times) {
        put(misbehaviour, times, DEFAULT_DELAY);
    }

    void add(WebhookMisbehaviour misbehaviour, int times, Duration delay) {
        if (misbehaviour != WebhookMisbehaviour.LATE && misbehaviour != WebhookMisbehaviour.OUT_OF_ORDER) {
            throw new IllegalArgumentException("only LATE and OUT_OF_ORDER take a delay, not " + misbehaviour);
        }
        put(misbehaviour, times, delay);
    }

    synchronized void clear() {
        rules.clear();
    }

    /** How often each will still happen. */
    synchronized Map<WebhookMisbehaviour, Integer> left() {
        Map<WebhookMisbehaviour, Integer> left = new EnumMap<>(WebhookMisbehaviour.class);
        rules.forEach((misbehaviour, rule) -> left.put(misbehaviour, rule.times()));
        return left;
    }

    /** What goes wrong with the next message, with the delays. */
    synchronized Map<WebhookMisbehaviour, Duration> next() {
        Map<WebhookMisbehaviour, Duration> next = new EnumMap<>(WebhookMisbehaviour.class);
        rules.forEach((misbehaviour, rule) -> next.put(misbehaviour, rule.delay()));
        rules.replaceAll((misbehaviour, rule) -> new Rule(rule.times() - 1, rule.delay()));
        rules.values().removeIf(rule -> rule.times() == 0);
        return next;
    }

    private synchronized void put(WebhookMisbehaviour misbehaviour, int times, Duration delay) {
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("times must lie between 1 and 1,000,000, was " + times);
        }
        if (delay.isNegative() || delay.isZero() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay must be above zero and be at most a day, was " + delay);
        }
        rules.put(misbehaviour, new Rule(times, delay));
    }
}
