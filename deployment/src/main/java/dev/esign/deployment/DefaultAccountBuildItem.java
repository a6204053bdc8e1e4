package dev.esign.deployment;

import io.quarkus.builder.item.SimpleBuildItem;

/** Whether the application injects services of the default account. */
final class DefaultAccountBuildItem extends SimpleBuildItem {

    private final boolean injected;

    DefaultAccountBuildItem(boolean injected) {
        this.injected = injected;
    }

    boolean isInjected() {
        return injected;
    }
}
