package dev.esign.deployment;

import java.util.List;

import io.quarkus.builder.item.MultiBuildItem;

/** A named account that the application injects, and where. */
final class AccountBuildItem extends MultiBuildItem {

    private final String name;
    private final List<String> injectionPoints;

    AccountBuildItem(String name, List<String> injectionPoints) {
        this.name = name;
        this.injectionPoints = List.copyOf(injectionPoints);
    }

    String name() {
        return name;
    }

    List<String> injectionPoints() {
        return injectionPoints;
    }
}
