package dev.esign.sandbox.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.Faults;
import dev.esign.sandbox.Journal;
import dev.esign.sandbox.SandboxClock;
import dev.esign.sandbox.http.Route;
import dev.esign.sandbox.webhook.WebhookHub;

/** Everything below {@code /_sandbox} that controls a sandbox. */
public final class SandboxControl {

    private final List<Route> routes = new ArrayList<>();

    /**
     * Begins.
     *
     * @param state tells what the sandbox is and holds
     * @param reset lets the sandbox forget everything that happened to it
     */
    public SandboxControl(Supplier<ObjectNode> state, Runnable reset, Faults faults, Journal journal, SandboxClock clock,
            WebhookHub webhooks) {
        routes.add(ControlRoutes.get("_sandbox", request -> state.get()));
        routes.add(ControlRoutes.post("_sandbox/reset", 200, settings -> {
            settings.allow(Set.of());
            reset.run();
            return state.get();
        }));
        routes.addAll(new FaultControl(faults).routes());
        routes.addAll(new JournalControl(journal).routes());
        routes.addAll(new ClockControl(clock).routes());
        routes.addAll(new WebhookControl(webhooks).routes());
    }

    public List<Route> routes() {
        return routes;
    }
}
