package dev.esign.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import dev.esign.deployment.ConfiguredAccounts.Account;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.FaultKind;
import dev.esign.sandbox.FaultyCalls;
import io.quarkus.devui.spi.buildtime.BuildTimeActionBuildItem;
import io.quarkus.runtime.configuration.DurationConverter;

/** What the pages of the Dev UI ask for and do, each under a name of its own. */
final class DevUiActions {

    private static final String NOT_RUNNING = "The sandbox isn't running.";

    private final RunningSandbox running;
    private final BuildTimeActionBuildItem item;

    DevUiActions(RunningSandbox running, BuildTimeActionBuildItem item) {
        this.running = running;
        this.item = item;
    }

    /**
     * What the card shows.
     *
     * @param sandbox null if there is none
     */
    record Overview(List<Account> accounts, SandboxView.Counts sandbox) {
    }

    /**
     * What came of an action.
     *
     * @param problem what is wrong, or null
     */
    record Outcome(String problem) {
    }

    /** What can be asked whether there is a sandbox or not. */
    void addOverview(List<Account> accounts) {
        action("overview", "The configured eSign accounts without their secrets, and what happened in the sandbox, in numbers")
                .function(inBackground(parameters -> new Overview(accounts,
                        running.get().map(sandbox -> new SandboxView(sandbox).counts()).orElse(null))))
                .build();
    }

    void addSandbox() {
        read("sessions", "The latest signing sessions of the eSign sandbox with their signers", SandboxView::sessions);
        read("requests", "The latest requests to the eSign sandbox, secrets masked", SandboxView::requests);
        read("deliveries", "The latest webhook calls of the eSign sandbox", SandboxView::deliveries);
        read("faults", "The faults of the eSign sandbox that are set up, and those that can be", SandboxView::faults);
        action("request", "One request to the eSign sandbox with its headers and body, secrets masked")
                .parameter("id", "The number of the request")
                .function(inBackground(parameters -> running.get()
                        .map(sandbox -> new SandboxView(sandbox).request(number(parameters, "id"))).orElse(NOT_RUNNING)))
                .build();
        action("redeliver", "Sends a webhook call of the eSign sandbox again")
                .parameter("id", "The id of the delivery")
                .function(act((sandbox, parameters) -> sandbox.webhooks().redeliver(text(parameters, "id")))).build();
        action("testWebhook", "Sends a webhook call about a session that doesn't exist to all receivers")
                .function(act((sandbox, parameters) -> sandbox.webhooks().sendTest())).build();
        action("addFault", "Lets calls to the eSign sandbox fail")
                .parameter("kind", "One of the kinds that \"faults\" lists")
                .parameter("method", "The documented method whose calls fail, such as CreateSession; all if empty", false)
                .parameter("next", "How many calls fail; all until the fault is removed if empty", false)
                .function(act(DevUiActions::addFault)).build();
        action("removeFault", "Removes a fault of the eSign sandbox").parameter("id", "The number of the fault")
                .function(act((sandbox, parameters) -> sandbox.faults().find(number(parameters, "id"))
                        .ifPresent(fault -> fault.remove())))
                .build();
        action("clearFaults", "Removes all faults of the eSign sandbox")
                .function(act((sandbox, parameters) -> sandbox.faults().clear())).build();
        action("advanceClock", "Moves the clock of the eSign sandbox forward")
                .parameter("duration", "How far, such as 90s, 31h, 4d or PT1H30M")
                .function(act((sandbox, parameters) -> sandbox.clock()
                        .advance(DurationConverter.parseDuration(text(parameters, "duration")))))
                .build();
    }

    /** Something that is done to the sandbox. */
    private interface Deed {

        void to(EsignSandbox sandbox, Map<String, ?> parameters);
    }

    private static void addFault(EsignSandbox sandbox, Map<String, ?> parameters) {
        FaultKind kind = FaultKind.of(text(parameters, "kind"));
        String next = text(parameters, "next");
        String method = text(parameters, "method");
        FaultyCalls calls = next.isEmpty() ? sandbox.faults().always()
                : sandbox.faults().next(Math.toIntExact(number(parameters, "next")));
        kind.setUp(method.isEmpty() ? calls : calls.of(method));
    }

    private BuildTimeActionBuildItem.ActionBuilder action(String name, String description) {
        return item.actionBuilder().methodName(name).description(description);
    }

    private void read(String name, String description, Function<SandboxView, Object> view) {
        action(name, description)
                .function(inBackground(parameters -> running.get().map(SandboxView::new).map(view).orElse(null))).build();
    }

    /** A user's mistake is an outcome: a failure would be logged. */
    private Function<Map<String, String>, CompletionStage<Object>> act(Deed deed) {
        return inBackground(parameters -> {
            Optional<EsignSandbox> sandbox = running.get();
            if (sandbox.isEmpty()) {
                return new Outcome(NOT_RUNNING);
            }
            try {
                deed.to(sandbox.get(), parameters);
                return new Outcome(null);
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                return new Outcome(e.getMessage());
            }
        });
    }

    /** The caller is an event loop. Parameters come as the browser sent them, whatever their declared type. */
    private static Function<Map<String, String>, CompletionStage<Object>> inBackground(
            Function<Map<String, ?>, Object> action) {
        return parameters -> CompletableFuture.supplyAsync(() -> action.apply(parameters));
    }

    private static String text(Map<String, ?> parameters, String name) {
        Object value = parameters.get(name);
        return value == null ? "" : value.toString().strip();
    }

    private static long number(Map<String, ?> parameters, String name) {
        try {
            return Long.parseLong(text(parameters, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number");
        }
    }
}
