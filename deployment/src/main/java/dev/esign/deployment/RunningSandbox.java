package dev.esign.deployment;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.esign.sandbox.EsignSandbox;

/** The sandbox of the Dev Service while there is one, which may outlive many live reloads. Thread-safe. */
final class RunningSandbox {

    private final AtomicReference<EsignSandbox> sandbox = new AtomicReference<>();

    /** The sandbox; none before the Dev Service was started, or if there is no Dev Service. */
    Optional<EsignSandbox> get() {
        return Optional.ofNullable(sandbox.get());
    }

    void started(EsignSandbox started) {
        sandbox.set(started);
    }

    void closed(EsignSandbox closed) {
        sandbox.compareAndSet(closed, null);
    }
}
