package dev.esign.deployment;

import java.util.Optional;

import io.quarkus.builder.item.SimpleBuildItem;

/** What the Dev Service is to start, and where it can be found then. */
final class SandboxPlanBuildItem extends SimpleBuildItem {

    private final SandboxPlan plan;
    private final RunningSandbox running;

    SandboxPlanBuildItem(SandboxPlan plan, RunningSandbox running) {
        this.plan = plan;
        this.running = running;
    }

    /** The plan; none while the application is to call another address. */
    Optional<SandboxPlan> plan() {
        return Optional.ofNullable(plan);
    }

    /** Where the sandbox is once it runs. */
    RunningSandbox running() {
        return running;
    }
}
