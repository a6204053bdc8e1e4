package dev.esign.service.event;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The kinds of events, by the names that clients see. */
@RegisterForReflection // its name is written by a method that only Jackson calls
public enum EventType {

    SESSION_STATUS_CHANGED,
    SIGNER_STATUS_CHANGED,
    UNKNOWN_NOTIFICATION,
    SESSION_CREATED,
    SESSION_UPDATED,
    SESSION_STARTED;

    /** The name on the wire: {@code session-status-changed}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<EventType> named(String wireName) {
        return Stream.of(values()).filter(type -> type.wireName().equals(wireName)).findFirst();
    }

    /** All names, for people. */
    static String names() {
        return names(List.of(values()));
    }

    static String names(Collection<EventType> types) {
        return types.stream().map(EventType::wireName).collect(Collectors.joining(", "));
    }

    @JsonCreator
    static EventType ofWireName(String wireName) {
        return named(wireName).orElseThrow(() -> new IllegalArgumentException("not a type of event"));
    }
}
