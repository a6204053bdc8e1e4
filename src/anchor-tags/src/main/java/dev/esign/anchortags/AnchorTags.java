package dev.esign.anchortags;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything about anchor tags, for one account's settings of them: writes and parses tags, reads them out of documents, and
 * tells what is wrong with them. Immutable and thread-safe; it keeps nothing of what it reads and logs nothing.
 *
 * <pre>
 * AnchorTags tags = AnchorTags.standard();
 * String text = tags.write(AnchorTag.signature("Seller 1").width(150)); // &lt;sig_req_Seller 1_150&gt;
 * LintReport report = tags.lint(List.of(TagDocument.of(agreement)), List.of("Seller 1", "Buyer 1"));
 * </pre>
 */
public final class AnchorTags {

    /** How many characters between delimiters are looked at; a longer text is no tag. */
    public static final int LONGEST_TAG = 2_000;

    private static final AnchorTags STANDARD = new AnchorTags(TagSyntax.STANDARD, ReadLimits.standard());

    private final TagSyntax syntax;
    private final ReadLimits limits;

    private AnchorTags(TagSyntax syntax, ReadLimits limits) {
        this.syntax = syntax;
        this.limits = limits;
    }

    /** @return tags between {@code <} and {@code >}, items of dropdowns as they stand, and the usual limits */
    public static AnchorTags standard() {
        return STANDARD;
    }

    /**
     * Takes other delimiters, as an administrator of eSign has set them for the account.
     *
     * @param opening what a tag begins with
     * @param closing what a tag ends with; may be the same
     * @return tags between these delimiters
     * @throws IllegalArgumentException for letters, digits, spaces, {@code _}, and what isn't one character
     */
    public AnchorTags delimiters(char opening, char closing) {
        return new AnchorTags(new TagSyntax(opening, closing, syntax.itemSpace()), limits);
    }

    /**
     * Takes a character for the spaces in items of dropdowns, as it is set for the account: some makers of PDF lose spaces.
     *
     * @param replacement for example {@code |}
     * @return tags whose items have that character instead of each space
     * @throws IllegalArgumentException for letters, digits, spaces, {@code _}, and delimiters
     */
    public AnchorTags itemSpace(char replacement) {
        return new AnchorTags(new TagSyntax(syntax.opening(), syntax.closing(), Optional.of(replacement)), limits);
    }

    /**
     * Takes other limits for reading documents.
     *
     * @param limits the limits
     * @return tags with these limits
     */
    public AnchorTags limits(ReadLimits limits) {
        return new AnchorTags(syntax, Objects.requireNonNull(limits, "limits"));
    }

    /** @return what a tag begins with */
    public char opening() {
        return syntax.opening();
    }

    /** @return what a tag ends with */
    public char closing() {
        return syntax.closing();
    }

    /** @return what stands for a space in items of dropdowns, if anything does */
    public Optional<Character> itemSpace() {
        return syntax.itemSpace();
    }

    /** @return the limits for reading documents */
    public ReadLimits limits() {
        return limits;
    }

    /**
     * Writes a tag, with its delimiters. {@link #parse} makes the same tag of it again.
     *
     * @param tag the tag
     * @return for example {@code <sig_req_Seller 1_150>}
     * @throws IllegalArgumentException when a tag can't tell it: a delimiter or {@code _} in a role or item, or a font size
     *         without a width; names the field, what is wrong with it, and what to do
     */
    public String write(AnchorTag tag) {
        return new TagWriter(syntax).write(tag);
    }

    /**
     * Reads the text of a tag.
     *
     * @param text with its delimiters or without
     * @return what it means
     */
    public TagReading parse(String text) {
        return parse(text, List.of());
    }

    /**
     * Reads the text of a tag by the roles that are known. They matter for roles with an underscore, which is also what
     * separates the parts of a tag: the longest known role is taken.
     *
     * @param text with its delimiters or without
     * @param roles the roles that are known; case and spaces don't matter
     * @return what it means
     */
    public TagReading parse(String text, Collection<String> roles) {
        return new TagParser(syntax, roles).parse(syntax.withoutDelimiters(text));
    }

    /**
     * Reads the tags of a Word, Excel or PDF document. What the document is is told by its content.
     *
     * @param document the document
     * @return its tags and where they are; of other kinds of documents nothing is read
     * @throws UnreadableDocumentException when it is encrypted, broken, or more than the limits allow
     * @throws java.io.UncheckedIOException when its bytes can't be had
     */
    public DocumentTags read(TagDocument document) {
        return read(document, List.of());
    }

    /**
     * Reads the tags of a document by the roles that are known.
     *
     * @param document the document
     * @param roles the roles that are known; they matter for roles with an underscore
     * @return its tags and where they are; of other kinds of documents nothing is read
     * @throws UnreadableDocumentException when it is encrypted, broken, or more than the limits allow
     * @throws java.io.UncheckedIOException when its bytes can't be had
     */
    public DocumentTags read(TagDocument document, Collection<String> roles) {
        return new DocumentReader(syntax, roles, limits).read(document);
    }

    /**
     * Tells what is wrong with the tags of documents, before eSign does it its own way.
     *
     * @param documents all documents of a session that are read for tags
     * @param roles the roles of all its signers, for example {@code Seller 1}
     * @return what was found, document by document; a document that can't be read is a finding too
     * @throws java.io.UncheckedIOException when the bytes of a document can't be had
     */
    public LintReport lint(Collection<TagDocument> documents, Collection<String> roles) {
        return new Linter(this, roles).lint(documents);
    }

    @Override
    public String toString() {
        return "AnchorTags[" + syntax + ", " + limits + "]";
    }
}
