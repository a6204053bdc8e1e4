package dev.esign.sandbox.pages.picture;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What was used last, up to a weight. Thread-safe. */
final class Recent<K, V> {

    private final Map<K, V> values = new LinkedHashMap<>(16, .75f, true);
    private final long most;
    private final ToIntFunction<V> weight;
    private long total;

    Recent(long most, ToIntFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    synchronized Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized void keep(K key, V value) {
        V old = values.put(key, value);
        total += weight.applyAsInt(value) - (old == null ? 0 : weight.applyAsInt(old));
        Iterator<V> eldest = values.values().iterator();
        while (total > most && eldest.hasNext()) {
            total -= weight.applyAsInt(eldest.next());
            eldest.remove();
        }
    }
}
