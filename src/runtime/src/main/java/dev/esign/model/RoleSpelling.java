package dev.esign.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells slips of {@code Seller 1}, {@code Buyer 2} and the like from other roles. Roles are open, so it can only guess: a role
 * without a number, or more than one edit away, is taken for one of the account's own.
 */
final class RoleSpelling {

    /** Longer than any slip, and short enough for a log. */
    private static final int LONGEST = 20;
    private static final Pattern USUAL = Pattern.compile("(Seller|Buyer) [1-9][0-9]*");
    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    private RoleSpelling() {
    }

    /** Wonders about the roles of these signers. */
    static List<Problem> warnings(List<Signer> signers) {
        List<Problem> warnings = new ArrayList<>();
        for (int i = 0; i < signers.size(); i++) {
            String signer = "signers[" + i + "].";
            signers.get(i).warnings()
                    .forEach(warning -> warnings.add(new Problem(signer + warning.path(), warning.problem())));
        }
        return List.copyOf(warnings);
    }

    /** Wonders about one role. */
    static Optional<Problem> warning(SignerRole role) {
        return meant(role.name()).map(meant -> new Problem("role", "is '" + role + "'; if '" + meant
                + "' is meant, spell it so: anchor tags and templates go by the name"));
    }

    /** The role that was probably meant; empty when nothing speaks against the one that was given. */
    private static Optional<String> meant(String role) {
        String digits = NO_DIGITS.matcher(role).replaceAll("");
        if (digits.isEmpty() || role.length() > LONGEST || USUAL.matcher(role).matches()) {
            return Optional.empty();
        }
        String fromOne = LEADING_ZEROS.matcher(digits).replaceFirst("");
        String number = fromOne.isEmpty() ? "1" : fromOne;
        String given = bare(role);
        return Stream.of("Seller ", "Buyer ").map(word -> word + number).filter(usual -> withinOneEdit(given, bare(usual)))
                .findFirst();
    }

    private static String bare(String name) {
        return SPACES.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether one character replaced, added or left out, or none, makes the one text the other. */
    private static boolean withinOneEdit(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 1;
    }
}
