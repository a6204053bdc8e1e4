package dev.esign.sandbox.pages.picture;

/**
 * Where an anchor tag stands on a page. Lengths are parts of the page's width or height, from 0 to 1, from the upper left.
 *
 * @param page from 1
 * @param tag what stands between the delimiters
 */
public record TagSpot(int page, String tag, double left, double top, double width, double height) {

    /** What documents say stays out of logs. */
    @Override
    public String toString() {
        return "TagSpot[page " + page + "]";
    }
}
