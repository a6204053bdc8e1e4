package dev.esign.testing;

import java.util.regex.Pattern;

import dev.esign.sandbox.SandboxSession;

/** Things as messages of failures show them: so that one can tell them apart, but not whom they are about. */
final class Shown {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"'(),;:]+@[^\\s@<>\"'(),;:]+");

    private Shown() {
    }

    static String session(SandboxSession session) {
        return text(session.title()) + " (" + session.status() + ")";
    }

    /** A title, a file name or a transaction id. */
    static String text(String text) {
        return '"' + EMAIL.matcher(text).replaceAll("***") + '"';
    }
}
