package dev.esign.sandbox.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form sent. Immutable. */
record Form(Map<String, List<String>> values, Map<String, File> files) {

    /** What was sent before anything was. */
    static final Form EMPTY = new Form(Map.of(), Map.of());

    /** A file that somebody chose. */
    record File(String name, byte[] content) {

        /** People's files stay out of logs. */
        @Override
        public String toString() {
            return "File[" + content.length + " bytes]";
        }
    }

    /** The first value of a name, without spaces around it; empty when absent. */
    String value(String name) {
        return values.getOrDefault(name, List.of("")).get(0).strip();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<File> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** What people typed stays out of logs. */
    @Override
    public String toString() {
        return "Form[" + values.size() + " values, " + files.size() + " files]";
    }
}
