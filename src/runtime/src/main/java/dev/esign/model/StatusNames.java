package dev.esign.model;

import java.util.List;
import java.util.Optional;

/** Names of documented codes, which are counted from 1. */
final class StatusNames {

    private StatusNames() {
    }

    static Optional<Integer> codeOf(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    static String nameOf(List<String> names, int code) {
        return code >= 1 && code <= names.size() ? names.get(code - 1) : "Status " + code;
    }
}
