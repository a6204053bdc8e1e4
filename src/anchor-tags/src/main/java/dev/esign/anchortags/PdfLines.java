package dev.esign.anchortags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts the characters of a page together to lines. A file may write them in any order, so they are put in order by where they
 * are; what stands far apart on one line, as in the cells of a table, becomes a piece each.
 */
final class PdfLines {

    /** Tells where a point of the page is. */
    @FunctionalInterface
    interface Points {

        Place at(double x, double y);
    }

    /** In sizes of the font: how far base lines may differ on one line. */
    private static final double SAME_LINE = 0.3;
    /** From which gap on there is a space. */
    private static final double SPACE = 0.15;
    /** From which gap on it is another piece. */
    private static final double NEXT_PIECE = 1.5;
    /** How near the same character may stand to be one that is printed twice, to look bold. */
    private static final double SAME_PLACE = 0.15;
    /** How far the next line of a paragraph may be below. */
    private static final double NEXT_LINE = 2.5;
    /** How many pieces to look at for the next line. */
    private static final int LOOK_AHEAD = 50;

    private final List<Piece> pieces = new ArrayList<>();

    PdfLines(List<PdfGlyph> glyphs) {
        List<PdfGlyph> ordered = new ArrayList<>(glyphs);
        ordered.sort(Comparator.comparingInt(PdfGlyph::angle).thenComparing(PdfGlyph::across, Comparator.reverseOrder()));
        int start = 0;
        for (int i = 1; i <= ordered.size(); i++) {
            if (i == ordered.size() || !sameLine(ordered.get(start), ordered.get(i))) {
                line(ordered.subList(start, i));
                start = i;
            }
        }
    }

    /** Scans all pieces. A tag that is open at the end of one goes on in the piece below it. */
    void scan(FoundTags found, Points points) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).scanned) {
                continue;
            }
            List<PdfGlyph> places = new ArrayList<>();
            TagScanner scanner = found.scanner(offset -> points.at(places.get(offset).x(), places.get(offset).y()));
            Optional<Piece> piece = Optional.of(pieces.get(i));
            while (piece.isPresent()) {
                piece.get().scan(scanner, places);
                piece = scanner.isOpen() ? below(piece.get()) : Optional.empty();
                if (piece.isPresent()) {
                    places.add(piece.get().glyphs.get(0));
                    scanner.append("\n");
                }
            }
            scanner.end();
        }
    }

    private Optional<Piece> below(Piece piece) {
        return pieces.stream().skip(piece.number + 1L).limit(LOOK_AHEAD)
                .filter(other -> !other.scanned && piece.isContinuedBy(other)).findFirst();
    }

    /** Adds the pieces of one line. */
    private void line(List<PdfGlyph> glyphs) {
        List<PdfGlyph> ordered = new ArrayList<>(glyphs);
        ordered.sort(Comparator.comparingDouble(PdfGlyph::along));
        Piece piece = null;
        PdfGlyph before = null;
        for (PdfGlyph glyph : ordered) {
            double gap = before == null ? 0 : glyph.along() - before.end();
            double size = Math.max(glyph.size(), before == null ? 0 : before.size());
            if (before != null && printedTwice(before, glyph)) {
                continue;
            }
            if (before == null || gap > NEXT_PIECE * size) {
                piece = new Piece(pieces.size());
                pieces.add(piece);
            } else if (gap > SPACE * size && glyph.run() != before.run() && !glyph.isBlank() && !before.isBlank()) {
                piece.add(" ", glyph);
            }
            piece.add(glyph.text(), glyph);
            before = glyph;
        }
    }

    private static boolean sameLine(PdfGlyph one, PdfGlyph other) {
        return one.angle() == other.angle()
                && one.across() - other.across() <= SAME_LINE * Math.min(one.size(), other.size());
    }

    private static boolean printedTwice(PdfGlyph one, PdfGlyph other) {
        return one.text().equals(other.text()) && one.run() != other.run()
                && other.along() - one.along() < SAME_PLACE * one.size();
    }

    /** What stands together on one line, with the glyph of each character. */
    private static final class Piece {

        private final int number;
        private final StringBuilder text = new StringBuilder();
        private final List<PdfGlyph> glyphs = new ArrayList<>();
        private boolean scanned;

        private Piece(int number) {
            this.number = number;
        }

        private void add(String characters, PdfGlyph glyph) {
            text.append(characters);
            for (int i = 0; i < characters.length(); i++) {
                glyphs.add(glyph);
            }
        }

        private void scan(TagScanner scanner, List<PdfGlyph> places) {
            scanned = true;
            places.addAll(glyphs);
            scanner.append(text);
        }

        private boolean isContinuedBy(Piece other) {
            PdfGlyph first = glyphs.get(0);
            PdfGlyph last = glyphs.get(glyphs.size() - 1);
            PdfGlyph otherFirst = other.glyphs.get(0);
            PdfGlyph otherLast = other.glyphs.get(other.glyphs.size() - 1);
            double below = first.across() - otherFirst.across();
            return first.angle() == otherFirst.angle() && below > 0 && below < NEXT_LINE * first.size()
                    && first.along() < otherLast.end() && otherFirst.along() < last.end();
        }
    }
}
