package dev.esign.anchortags;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of roles, and which of them are near to one another. */
final class Roles {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int LONGEST = 100;

    private Roles() {
    }

    /** What names have in common that differ in case or spaces only. */
    static String key(String role) {
        return SPACES.matcher(TagText.oneLine(role)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The role that was probably meant; one that differs in its number only was not. */
    static Optional<String> near(String role, Collection<String> roles) {
        String key = key(role);
        if (key.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, key.length() / 4);
        return roles.stream().filter(other -> key(other).length() <= LONGEST)
                .filter(other -> !withoutNumber(key).equals(withoutNumber(key(other))) || key.equals(key(other)))
                .filter(other -> edits(key, key(other)) <= most)
                .min(Comparator.comparingInt(other -> edits(key, key(other))));
    }

    private static String withoutNumber(String key) {
        String rest = DIGITS.matcher(key).replaceAll("#");
        return rest.indexOf('#') < 0 ? key : rest;
    }

    /** How many characters have to be changed, added or left out to make the one text the other. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= other.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
