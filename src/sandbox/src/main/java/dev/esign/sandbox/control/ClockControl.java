package dev.esign.sandbox.control;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.SandboxClock;
import dev.esign.sandbox.http.Route;

/** The clock over HTTP. */
final class ClockControl {

    private final SandboxClock clock;

    ClockControl(SandboxClock clock) {
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(ControlRoutes.get("_sandbox/clock", request -> tree()),
                ControlRoutes.post("_sandbox/clock", 200, this::move));
    }

    private ObjectNode move(Settings settings) {
        settings.allow(Set.of("advance", "set"));
        if (settings.has("advance") == settings.has("set")) {
            throw new ControlException(400, "The clock needs either \"advance\" or \"set\".");
        }
        if (settings.has("advance")) {
            clock.advance(settings.time("advance"));
        } else {
            clock.set(instant(settings.text("set")));
        }
        return tree();
    }

    private ObjectNode tree() {
        return ControlRoutes.object().put("now", clock.now().toString());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ControlException(400, "The member \"set\" must be an instant, such as 2026-12-11T00:00:00Z.");
        }
    }
}
