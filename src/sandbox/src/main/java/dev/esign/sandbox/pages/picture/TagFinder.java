package dev.esign.sandbox.pages.picture;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of pages, and where anchor tags stand; which fields they make is not judged here. Reads one document. */
final class TagFinder extends PDFTextStripper {

    private static final int LONGEST_TEXT = 20_000;

    private final List<TagSpot> spots = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** The place of each letter of the text; null for what stands between words. */
    private final List<TextPosition> places = new ArrayList<>();

    private TagFinder() {
        setSortByPosition(true);
        setEndPage(PdfFile.MOST_PAGES);
    }

    static TagFinder read(PDDocument document) throws IOException {
        TagFinder finder = new TagFinder();
        finder.writeText(document, Writer.nullWriter());
        return finder;
    }

    List<TagSpot> spots() {
        return spots;
    }

    /** The text of each of the first pages, perhaps shortened. */
    List<String> texts(int pages) {
        fillUpTo(pages);
        return texts;
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            for (char letter : position.getUnicode().toCharArray()) {
                add(letter, position);
            }
        }
    }

    @Override
    protected void writeWordSeparator() {
        add(' ', null);
    }

    @Override
    protected void writeLineSeparator() {
        add('\n', null);
    }

    @Override
    protected void writePageEnd() {
        TagMark.find(text).forEach(tag -> spot(tag).ifPresent(spots::add));
        fillUpTo(getCurrentPageNo() - 1);
        texts.add(text.substring(0, Math.min(text.length(), LONGEST_TEXT)).strip());
        text.setLength(0);
        places.clear();
    }

    /** Pages without any content are passed over. */
    private void fillUpTo(int pages) {
        while (texts.size() < pages) {
            texts.add("");
        }
    }

    private void add(char letter, TextPosition place) {
        text.append(letter);
        places.add(place);
    }

    private Optional<TagSpot> spot(TagMark tag) {
        TextPosition first = places.get(tag.start());
        if (first == null) {
            return Optional.empty();
        }
        double right = first.getXDirAdj() + first.getWidthDirAdj();
        for (int i = tag.start(); i < tag.end(); i++) {
            TextPosition place = places.get(i);
            // A tag that goes on in the next line is shown where it begins.
            if (place != null && Math.abs(place.getYDirAdj() - first.getYDirAdj()) < 2) {
                right = Math.max(right, place.getXDirAdj() + place.getWidthDirAdj());
            }
        }
        double height = first.getFontSizeInPt() * 1.35;
        double top = first.getYDirAdj() - first.getFontSizeInPt();
        return Optional.of(new TagSpot(getCurrentPageNo(), tag.tag(),
                first.getXDirAdj() / first.getPageWidth(), top / first.getPageHeight(),
                (right - first.getXDirAdj()) / first.getPageWidth(), height / first.getPageHeight()));
    }
}
