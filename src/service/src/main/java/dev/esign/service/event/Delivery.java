package dev.esign.service.event;

import java.time.Instant;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An event on its way to a receiver.
 *
 * @param id its identity, in the order of time
 * @param forward the receiver's name
 * @param event the event
 * @param since when its tries began
 */
@RegisterForReflection // it is written into files, where Quarkus doesn't see its type
record Delivery(String id, String forward, ServiceEvent event, Instant since) {
}
