package dev.esign.service.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which transactions the latest sessions belong to: eSign's webhook doesn't tell. Thread-safe. */
final class Transactions {

    private static final int MAX = 10_000;

    private final Map<String, String> bySession = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX;
        }
    };

    synchronized void learn(String sessionId, String transactionId) {
        bySession.put(sessionId, transactionId);
    }

    /** The transaction of a session; null when it isn't known. */
    synchronized String of(String sessionId) {
        return bySession.get(sessionId);
    }
}
