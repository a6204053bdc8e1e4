package dev.esign.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.esign.anchortags.AnchorTag;
import dev.esign.anchortags.AnchorTags;
import dev.esign.model.Document;

/**
 * A small real Word or PDF document, made of paragraphs of text and anchor tags. Equal paragraphs make equal bytes. Immutable.
 *
 * <pre>
 * SampleDocument.docx("agreement.docx").paragraph("Signed:", AnchorTag.signature("Buyer 1")).toDocument()
 * </pre>
 */
public final class SampleDocument {

    private final String fileName;
    private final Function<List<String>, byte[]> format;
    private final List<String> paragraphs;
    private final boolean tagged;

    private SampleDocument(String fileName, Function<List<String>, byte[]> format, List<String> paragraphs, boolean tagged) {
        this.fileName = Objects.requireNonNull(fileName, "fileName");
        this.format = format;
        this.paragraphs = paragraphs;
        this.tagged = tagged;
    }

    /**
     * A Word document.
     *
     * @param fileName its name, such as {@code agreement.docx}
     * @return the document, empty so far
     */
    public static SampleDocument docx(String fileName) {
        return new SampleDocument(fileName, SampleDocx::of, List.of(), false);
    }

    /**
     * A PDF document with a line for each paragraph, in Helvetica.
     *
     * @param fileName its name, such as {@code agreement.pdf}
     * @return the document, empty so far
     */
    public static SampleDocument pdf(String fileName) {
        return new SampleDocument(fileName, SamplePdf::of, List.of(), false);
    }

    /**
     * The same document with a further paragraph.
     *
     * @param text the text, in one line; in a PDF in Latin-1
     * @param tags anchor tags that follow it
     * @return the document
     * @throws IllegalArgumentException if the text has a line break or another control character
     */
    public SampleDocument paragraph(String text, AnchorTag... tags) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("paragraph: has a control character; make a paragraph of each line");
        }
        List<String> all = new ArrayList<>(paragraphs);
        all.add(Stream.concat(Stream.of(text), Arrays.stream(tags).map(AnchorTags.standard()::write))
                .collect(Collectors.joining(" ")));
        return new SampleDocument(fileName, format, List.copyOf(all), tagged || tags.length > 0);
    }

    /**
     * Tells the name.
     *
     * @return the file name
     */
    public String fileName() {
        return fileName;
    }

    /**
     * Makes the file.
     *
     * @return all its bytes
     * @throws IllegalArgumentException if a text of a PDF has characters beyond Latin-1
     */
    public byte[] bytes() {
        return format.apply(paragraphs);
    }

    /**
     * Makes a document of a session, whose anchor tags are looked for if it has any.
     *
     * @return a builder, to be changed or built
     */
    public Document.Builder toDocument() {
        return Document.of(fileName, bytes()).anchorTags(tagged);
    }

    /**
     * Writes the file.
     *
     * @param directory where to
     * @return the file
     * @throws IOException if it can't be written
     */
    public Path writeTo(Path directory) throws IOException {
        return Files.write(directory.resolve(fileName), bytes());
    }

    @Override
    public String toString() {
        return "SampleDocument[paragraphs=" + paragraphs.size() + "]";
    }
}
