package dev.esign.cli;

import java.util.ArrayList;
import java.util.List;

import dev.esign.cli.Diagnosis.Check.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a doctor finds, told as it is found. */
final class Diagnosis {

    /**
     * What was looked at.
     *
     * @param check what
     * @param outcome how it is
     * @param finding what was seen
     * @param cure what to do; missing where nothing is to be done
     */
    @RegisterForReflection
    record Check(String check, Outcome outcome, String finding, String cure) {

        /** How it is. */
        @RegisterForReflection
        enum Outcome {
            ok(Tone.GOOD),
            warning(Tone.NOTE),
            error(Tone.BAD),
            skipped(Tone.PLAIN);

            private final Tone tone;

            Outcome(Tone tone) {
                this.tone = tone;
            }
        }
    }

    private final Screen screen;
    private final List<Check> checks = new ArrayList<>();

    Diagnosis(Screen screen) {
        this.screen = screen;
    }

    void ok(String check, String finding) {
        add(new Check(check, Outcome.ok, finding, null));
    }

    void warning(String check, String finding, String cure) {
        add(new Check(check, Outcome.warning, finding, cure));
    }

    void error(String check, String finding, String cure) {
        add(new Check(check, Outcome.error, finding, cure));
    }

    void skipped(String check, String why) {
        add(new Check(check, Outcome.skipped, why, null));
    }

    private void add(Check check) {
        checks.add(check);
        screen.step(check.outcome.tone, check.outcome.name(), check.check + ": " + check.finding);
        if (check.cure != null) {
            screen.step("", "cure: " + check.cure);
        }
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    long count(Outcome outcome) {
        return checks.stream().filter(check -> check.outcome == outcome).count();
    }
}
