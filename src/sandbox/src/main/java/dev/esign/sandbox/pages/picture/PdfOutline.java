package dev.esign.sandbox.pages.picture;

import java.util.List;

/**
 * The pages of a document. Immutable.
 *
 * @param pages those that can be shown
 * @param morePages how many further ones there are
 * @param spots the places of its anchor tags, in reading order
 * @param texts the text of each page, perhaps shortened
 */
public record PdfOutline(List<Page> pages, int morePages, List<TagSpot> spots, List<String> texts) {

    public PdfOutline {
        pages = List.copyOf(pages);
        spots = List.copyOf(spots);
        texts = List.copyOf(texts);
    }

    /** About how many characters it holds. */
    int length() {
        return 500 + texts.stream().mapToInt(String::length).sum();
    }

    /** What documents say stays out of logs. */
    @Override
    public String toString() {
        return "PdfOutline[pages=" + pages.size() + "]";
    }

    /**
     * The size of a page as it is shown.
     *
     * @param width of its picture, in pixels
     * @param height of its picture, in pixels
     */
    public record Page(int width, int height) {
    }
}
