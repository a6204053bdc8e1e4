package dev.esign.service.event;

import java.util.List;

/** Keeps deliveries over a restart. All methods block, and throw {@link java.io.UncheckedIOException}. Thread-safe. */
interface Storage extends AutoCloseable {

    /**
     * What was kept.
     *
     * @param pending deliveries that aren't done, in the order of their ids
     * @param dead those that were given up, in the order of their ids
     */
    record Kept(List<Delivery> pending, List<DeadLetter> dead) {
    }

    Kept load();

    void keep(Delivery pending);

    void forget(Delivery pending);

    void keep(DeadLetter dead);

    void forget(DeadLetter dead);

    @Override
    void close();

    /** Keeps nothing. */
    Storage NONE = new Storage() {

        @Override
        public Kept load() {
            return new Kept(List.of(), List.of());
        }

        @Override
        public void keep(Delivery pending) {
            // What is in memory is all there is.
        }

        @Override
        public void forget(Delivery pending) {
            // The same.
        }

        @Override
        public void keep(DeadLetter dead) {
            // The same.
        }

        @Override
        public void forget(DeadLetter dead) {
            // The same.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };
}
