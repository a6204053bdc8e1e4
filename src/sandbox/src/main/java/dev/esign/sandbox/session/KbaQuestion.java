package dev.esign.sandbox.session;

import java.util.List;

/**
 * A question of the simulated knowledge-based authentication. Nobody's life is known here, so each question tells which of
 * its options is right.
 */
public record KbaQuestion(String text, List<String> options, String rightOption) {

    /** The questions that every signer gets. */
    public static final List<KbaQuestion> ALL = List.of(
            question("In which of these streets have you lived?", "Maple Street",
                    List.of("Harbour Road", "Maple Street", "Mill Lane", "None of these")),
            question("Which of these cars have you owned?", "None of these",
                    List.of("A red van", "A blue estate", "A green coupé", "None of these")),
            question("In which of these years did you open a bank account?", "2003",
                    List.of("1998", "2003", "2011", "None of these")));

    private static KbaQuestion question(String text, String rightOption, List<String> options) {
        return new KbaQuestion(text + " (In the sandbox: " + rightOption + ")", options, rightOption);
    }
}
