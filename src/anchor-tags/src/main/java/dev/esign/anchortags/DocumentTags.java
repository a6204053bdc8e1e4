package dev.esign.anchortags;

import java.util.List;

/**
 * The tags of a document, in the order of its text.
 *
 * @param kind what the document is
 * @param found every text between delimiters, tag or not
 * @param problems what else is wrong
 * @param characters how many characters of text were read
 */
public record DocumentTags(DocumentKind kind, List<FoundTag> found, List<PlacedProblem> problems, long characters) {

    /**
     * Keeps copies of the lists.
     *
     * @param kind what the document is
     * @param found every text between delimiters, tag or not
     * @param problems what else is wrong
     * @param characters how many characters of text were read
     */
    public DocumentTags {
        found = List.copyOf(found);
        problems = List.copyOf(problems);
    }

    /** @return whether this kind of document was read; if not, nothing is known about its tags */
    public boolean wasRead() {
        return kind != DocumentKind.OTHER;
    }

    /** @return the tags that make fields */
    public List<AnchorTag> tags() {
        return found.stream().flatMap(found -> found.reading().tag().stream()).toList();
    }

    /** @return the texts between delimiters that make no field; eSign removes them all the same */
    public List<FoundTag> eaten() {
        return found.stream().filter(found -> found.reading().tag().isEmpty()).toList();
    }

    @Override
    public String toString() {
        return "DocumentTags[kind=" + kind + ", found=" + found.size() + ", problems=" + problems.size() + "]";
    }
}
