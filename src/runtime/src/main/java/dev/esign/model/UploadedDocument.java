package dev.esign.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A document that a signer uploaded. The documentation doesn't name the members: the title is looked for, and all are in
 * {@code members} as eSign wrote them. Immutable; {@code toString} shows nothing of it.
 *
 * @param title its title or file name
 * @param members the JSON text of every member by its name
 */
public record UploadedDocument(Optional<String> title, Map<String, String> members) {

    /**
     * Copies the members.
     *
     * @param title its title or file name
     * @param members the JSON text of every member by its name
     */
    public UploadedDocument {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String toString() {
        return "UploadedDocument[***]";
    }
}
