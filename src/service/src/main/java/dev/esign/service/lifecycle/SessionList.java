package dev.esign.service.lifecycle;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.esign.SigningSessions;
import dev.esign.model.SessionSummary;

/** The lists that eSign keeps. */
enum SessionList {

    ARCHIVED(SigningSessions::archived),
    EXPIRED(SigningSessions::expired),
    DELETED(SigningSessions::deleted);

    private final Function<SigningSessions, Stream<SessionSummary>> rows;

    SessionList(Function<SigningSessions, Stream<SessionSummary>> rows) {
        this.rows = rows;
    }

    static Optional<SessionList> named(String name) {
        return Stream.of(values()).filter(list -> list.name().equals(name.toUpperCase(Locale.ROOT))).findFirst();
    }

    Stream<SessionSummary> rows(SigningSessions sessions) {
        return rows.apply(sessions);
    }
}
