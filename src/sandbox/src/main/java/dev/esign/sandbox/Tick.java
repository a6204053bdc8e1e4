package dev.esign.sandbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Lets happen what has become due, over and over. */
final class Tick implements Runnable {

    private static final Logger LOG = System.getLogger(Tick.class.getName());

    private final Service service;
    private boolean failing;

    Tick(Service service) {
        this.service = service;
    }

    @Override
    public void run() {
        try {
            service.sessions().passTime(service.time().now());
            failing = false;
        } catch (RuntimeException | Error e) {
            // Tried again soon, and told once; without the message, which may hold a personal datum.
            if (!failing) {
                LOG.log(Level.ERROR, "What is due could not happen: {0}", e.getClass().getName());
            }
            failing = true;
        }
    }
}
