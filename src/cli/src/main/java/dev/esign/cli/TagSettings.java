package dev.esign.cli;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import dev.esign.anchortags.AnchorTags;

/** How the account's anchor tags are written, as its administrator has set it. */
@Singleton
class TagSettings {

    private static final String PREFIX = "quarkus.esign.anchor-tags.";

    private final Config config = Settings.configuration();

    AnchorTags tags() {
        AnchorTags tags = AnchorTags.standard().delimiters(sign("opening-delimiter").orElse('<'),
                sign("closing-delimiter").orElse('>'));
        return sign("item-space").map(tags::itemSpace).orElse(tags);
    }

    private Optional<Character> sign(String name) {
        return config.getOptionalValue(PREFIX + name, Character.class);
    }
}
