package dev.esign.deployment;

import io.quarkus.builder.item.EmptyBuildItem;

/** From here on settings may be used that would fail one by one: the check has listed all that is wrong with them. */
final class SettingsCheckedBuildItem extends EmptyBuildItem {
}
