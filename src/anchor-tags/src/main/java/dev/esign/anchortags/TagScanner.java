package dev.esign.anchortags;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds texts between delimiters in a text that comes piece by piece. Keeps what stands behind an opening delimiter, up to
 * the longest tag, and nothing else.
 */
final class TagScanner {

    /** Tells where a character stands. */
    @FunctionalInterface
    interface Places {

        Place at(int offset);
    }

    /** A delimiter that isn't closed within so many lines belongs to the text, such as a "less than". */
    private static final int MOST_LINES = 3;
    private static final int LOOK_BACK = 9;
    private static final List<String> OPTIONS = Stream.of(TagOption.values()).map(option -> "_" + option.code() + "_").toList();

    private final TagSyntax syntax;
    private final FoundTags found;
    private final TagScanner.Places places;
    private final StringBuilder inside = new StringBuilder();
    private final StringBuilder outside = new StringBuilder();
    private int offset;
    private int openedAt = -1;
    private int lines;

    TagScanner(TagSyntax syntax, FoundTags found, Places places) {
        this.syntax = syntax;
        this.found = found;
        this.places = places;
    }

    /** Whether a scanner would find anything in a text. */
    static boolean interesting(TagSyntax syntax, String text) {
        return text.indexOf(syntax.opening()) >= 0 || OPTIONS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    boolean isOpen() {
        return openedAt >= 0;
    }

    /** Whether the tag that is open would be one if this text came next. */
    boolean wouldBecomeTag(String text) {
        int end = text.indexOf(syntax.closing());
        return isOpen() && end >= 0 && found.isTag(inside + text.substring(0, end));
    }

    void append(CharSequence text) {
        found.text(text.length());
        for (int i = 0; i < text.length(); i++) {
            accept(text.charAt(i));
            offset++;
        }
    }

    /** The text ends here. */
    void end() {
        if (isOpen()) {
            unclosed();
        }
    }

    private void accept(char c) {
        if (isOpen() && c == syntax.closing()) {
            found.tag(places.at(openedAt), inside.toString());
            openedAt = -1;
            outside.setLength(0);
        } else if (c == syntax.opening()) {
            end();
            openedAt = offset;
            inside.setLength(0);
            lines = 0;
        } else if (isOpen()) {
            keep(c);
        } else {
            lookForOtherDelimiters(c);
        }
    }

    private void keep(char c) {
        if (c == '\n' && ++lines > MOST_LINES) {
            end();
        } else if (inside.length() <= AnchorTags.LONGEST_TAG) {
            inside.append(c);
        }
    }

    private void unclosed() {
        found.problem(places.at(openedAt), new TagProblem(FindingCode.UNCLOSED_DELIMITER,
                "delimiter: '" + syntax.opening() + "' is not followed by '" + syntax.closing()
                        + "' in the same piece of text, so no tag is read; eSign may remove text up to a later one",
                "close the tag, or write the sign another way"));
        openedAt = -1;
    }

    /** Watches for {@code type_option_} with another character in front than the opening delimiter. */
    private void lookForOtherDelimiters(char c) {
        outside.append(c);
        if (c == TagSyntax.SEPARATOR) {
            int separator = outside.length() - 1;
            int first = outside.lastIndexOf("_", separator - 1);
            if (first > 0 && TagOption.ofCode(outside.substring(first + 1, separator)).isPresent()) {
                int start = first;
                while (start > 0 && Character.isLetter(outside.charAt(start - 1))) {
                    start--;
                }
                if (TagType.ofCode(outside.substring(start, first)).isPresent()) {
                    found.problem(places.at(offset - (separator - start)), new TagProblem(FindingCode.OTHER_DELIMITERS,
                            "delimiter: this looks like a tag, but doesn't stand between '" + syntax.opening() + "' and '"
                                    + syntax.closing() + "'",
                            "write the account's delimiters around it, or tell which they are"));
                }
            }
        } else if (outside.length() > 4 * LOOK_BACK) {
            outside.delete(0, outside.length() - LOOK_BACK);
        }
    }
}
