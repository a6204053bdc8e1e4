package dev.esign.anchortags;

import java.util.List;
import java.util.Optional;

/**
 * What a text between delimiters means.
 *
 * @param text the text between the delimiters; at most {@value AnchorTags#LONGEST_TAG} characters, longer ones are cut off
 * @param tag the tag; empty when the text makes none, and eSign then removes it all the same
 * @param problems what is wrong with it; empty for a tag in good order, never empty when there is no tag
 */
public record TagReading(String text, Optional<AnchorTag> tag, List<TagProblem> problems) {

    private static final int SHORT = 60;

    /**
     * Keeps a copy of the problems.
     *
     * @param text the text between the delimiters; at most {@value AnchorTags#LONGEST_TAG} characters, longer ones are cut off
     * @param tag the tag; empty when the text makes none, and eSign then removes it all the same
     * @param problems what is wrong with it; empty for a tag in good order, never empty when there is no tag
     */
    public TagReading {
        problems = List.copyOf(problems);
    }

    /** @return the text, shortened for people, on one line */
    public String shortText() {
        return shorten(TagText.oneLine(text));
    }

    static String shorten(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…";
    }

    @Override
    public String toString() {
        return "TagReading[tag=" + tag.map(AnchorTag::toString).orElse("none") + ", problems=" + problems + "]";
    }
}
