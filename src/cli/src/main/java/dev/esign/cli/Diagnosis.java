package dev.esign.cli;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a doctor finds, told as it is found. */
final class Diagnosis {

    /**
     * What was looked at.
     *
     * @param check what
     * @param outcome {@code ok}, {@code warning}, {@code error} or {@code skipped}
     * @param finding what was seen
     * @param cure what to do; missing where nothing is to be done
     */
    @RegisterForReflection
    record Check(String check, String outcome, String finding, String cure) {
    }

    private static final String OK = "ok";
    private static final String WARNING = "warning";
    private static final String ERROR = "error";
    private static final String SKIPPED = "skipped";

    private final Screen screen;
    private final List<Check> checks = new ArrayList<>();

    Diagnosis(Screen screen) {
        this.screen = screen;
    }

    void ok(String check, String finding) {
        add(Tone.GOOD, new Check(check, OK, finding, null));
    }

    void warning(String check, String finding, String cure) {
        add(Tone.NOTE, new Check(check, WARNING, finding, cure));
    }

    void error(String check, String finding, String cure) {
        add(Tone.BAD, new Check(check, ERROR, finding, cure));
    }

    void skipped(String check, String why) {
        add(Tone.PLAIN, new Check(check, SKIPPED, why, null));
    }

    private void add(Tone tone, Check check) {
        checks.add(check);
        screen.step(tone, check.outcome, check.check + ": " + check.finding);
        if (check.cure != null) {
            screen.step("", "cure: " + check.cure);
        }
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    long errors() {
        return count(ERROR);
    }

    long warnings() {
        return count(WARNING);
    }

    private long count(String outcome) {
        return checks.stream().filter(check -> check.outcome.equals(outcome)).count();
    }
}
