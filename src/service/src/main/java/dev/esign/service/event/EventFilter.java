package dev.esign.service.event;

import java.util.Set;

/**
 * Which events a client wants. An empty set of sessions or types wants all.
 *
 * @param sessionIds sessions
 * @param transactionIds transactions
 * @param sessionsOfTransactions what eSign knows as the sessions of these transactions
 * @param types kinds of events
 */
record EventFilter(Set<String> sessionIds, Set<String> transactionIds, Set<String> sessionsOfTransactions,
        Set<EventType> types) {

    boolean wants(ServiceEvent event) {
        return (types.isEmpty() || types.contains(event.type()))
                && (sessionIds.isEmpty() || sessionIds.contains(event.sessionId()))
                && (transactionIds.isEmpty() || sessionsOfTransactions.contains(event.sessionId())
                        || event.transactionId() != null && transactionIds.contains(event.transactionId()));
    }
}
