package dev.esign.anchortags;

import java.util.Locale;
import java.util.Optional;

/** Where in a document something stands. */
public sealed interface Place {

    /** @return the place in words, for example {@code page 2, 72 pt from the left, 640 pt from the top} */
    String describe();

    /**
     * In a Word document.
     *
     * @param part {@code document}, {@code header 1}, {@code footer 2}, {@code footnotes} or {@code endnotes}
     * @param paragraph the number of the paragraph in that part, from 1; those in tables and text boxes count
     * @param cell the innermost table cell, for example {@code table 1, row 2, cell 3}, if it stands in one
     * @param offset how many characters of the paragraph stand before it
     */
    record InWord(String part, int paragraph, Optional<String> cell, int offset) implements Place {

        @Override
        public String describe() {
            return part + ", paragraph " + paragraph + cell.map(where -> " (" + where + ")").orElse("");
        }
    }

    /**
     * In an Excel sheet.
     *
     * @param sheet the sheet's name
     * @param cell the cell, for example {@code B7}; of a shape, the cell at its upper left; {@code header} or {@code footer}
     * @param offset how many characters of the cell stand before it
     */
    record InExcel(String sheet, String cell, int offset) implements Place {

        @Override
        public String describe() {
            return "sheet " + sheet + ", " + cell;
        }
    }

    /**
     * On a page of a PDF. Points (1/72 inch) from the upper left corner of the page as it is shown.
     *
     * @param page the number of the page, from 1
     * @param x how far from the left edge the text begins, in points
     * @param y how far from the upper edge its base line is, in points
     */
    record OnPage(int page, double x, double y) implements Place {

        @Override
        public String describe() {
            return String.format(Locale.ROOT, "page %d, %.0f pt from the left, %.0f pt from the top", page, x, y);
        }
    }
}
