package dev.esign.deployment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.WireMode;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * How the sandbox of a Dev Service shall be. A sandbox that was started by an equal plan can go on in its place.
 *
 * @param webhooks who is told of changes from the start
 * @param applicationWebhook where the application is told of changes, if that can only be known once it runs
 * @param encryptedApiKeys what the application has set that can't have been encrypted by the sandbox
 * @param users whom the application has set
 * @param settings what the application is given
 */
record SandboxPlan(int port, Duration tagProcessing, Duration tokenLifetime, Optional<Path> directory, TagSigns tagSigns,
        WireMode wire, List<URI> webhooks, Optional<String> applicationWebhook, Set<String> encryptedApiKeys, Set<String> users,
        Map<String, String> settings) {

    static final String PREFIX = "quarkus.esign.devservices.";

    /**
     * What anchor tags are written with.
     *
     * @param itemSpace what stands for a space in the items of dropdowns
     */
    record TagSigns(char opening, char closing, Optional<Character> itemSpace) {
    }

    /**
     * The settings of the sandbox.
     *
     * @throws ConfigurationException if one can't be used; the message names it
     */
    EsignSandbox.Builder builder() {
        EsignSandbox.Builder builder = EsignSandbox.builder().wireMode(wire)
                .encryptedApiKeys(encryptedApiKeys.toArray(String[]::new)).knownUsers(users.toArray(String[]::new));
        set("port", port, builder::port);
        set("tag-processing", tagProcessing, builder::tagProcessing);
        set("token-lifetime", tokenLifetime, builder::tokenLifetime);
        set("tag-opening-delimiter and -closing-delimiter", tagSigns,
                signs -> builder.tagDelimiters(signs.opening(), signs.closing()));
        tagSigns.itemSpace().ifPresent(sign -> set("tag-item-space", sign, builder::tagItemSpace));
        webhooks.forEach(url -> set("webhooks", url, builder::webhook));
        directory.ifPresent(builder::directory);
        return builder;
    }

    private static <T> void set(String member, T value, Consumer<T> setter) {
        try {
            setter.accept(value);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(PREFIX + member + ": " + e.getMessage(), e);
        }
    }

    /** Keys and addresses of webhooks are secrets, and users are people. */
    @Override
    public String toString() {
        return "SandboxPlan[port=" + port + ", tagProcessing=" + tagProcessing + ", directory=" + directory + "]";
    }
}
