package dev.esign.service.event;

import java.time.Instant;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A delivery that was given up.
 *
 * @param delivery the delivery
 * @param diedAt when it was given up
 * @param tries how many tries there were, since the service was started
 * @param reason what the last try came to
 */
@RegisterForReflection // it is written into files, where Quarkus doesn't see its type
record DeadLetter(Delivery delivery, Instant diedAt, int tries, String reason) {
}
