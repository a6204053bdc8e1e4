package dev.esign.anchortags;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts the characters of a page together to pieces of lines. A file may write them in any order, so they are put in order by
 * where they are. A piece ends where another word is written anew, since nothing in a file tells a space from the gap between
 * two cells; a tag that is open at the end of a piece goes on in the piece to its right, or in the one below.
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
    /** Up to which gap the text on the right belongs to the same column. */
    private static final double SAME_COLUMN = 1.5;
    /** How near the same character may stand to be one that is printed twice, to look bold. */
    private static final double SAME_PLACE = 0.15;
    /** How far the next line of a paragraph may be below. */
    private static final double NEXT_LINE = 2.5;
    /** How many lines further down to look for that; other columns have lines of their own. */
    private static final int LINES_DOWN = 3;

    private final List<Piece> pieces = new ArrayList<>();
    private int lines;

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

    /** Scans all pieces. */
    void scan(FoundTags found, Points points) {
        for (Piece first : pieces) {
            if (first.scanned) {
                continue;
            }
            List<PdfGlyph> places = new ArrayList<>();
            TagScanner scanner = found.scanner(offset -> points.at(places.get(offset).x(), places.get(offset).y()));
            first.scan("", scanner, places);
            Piece last = first;
            for (Optional<Piece> next = next(last, scanner); next.isPresent(); next = next(last, scanner)) {
                next.get().scan(separator(last, next.get()), scanner, places);
                last = next.get();
            }
            scanner.end();
        }
    }

    /** Where an open tag goes on. */
    private Optional<Piece> next(Piece piece, TagScanner scanner) {
        if (!scanner.isOpen()) {
            return Optional.empty();
        }
        Optional<Piece> right = right(piece);
        Optional<Piece> below = below(piece);
        if (right.isPresent() && becomesTag(piece, right.get(), scanner)) {
            return right;
        }
        if (below.isPresent() && becomesTag(piece, below.get(), scanner)) {
            return below;
        }
        boolean sameColumn = right.isPresent()
                && right.get().first().along() - piece.last().end() <= SAME_COLUMN * piece.last().size();
        return sameColumn ? right : below;
    }

    private static boolean becomesTag(Piece piece, Piece next, TagScanner scanner) {
        return scanner.wouldBecomeTag(separator(piece, next) + next.text);
    }

    private Optional<Piece> right(Piece piece) {
        int next = piece.number + 1;
        return next < pieces.size() && pieces.get(next).line == piece.line && !pieces.get(next).scanned
                ? Optional.of(pieces.get(next))
                : Optional.empty();
    }

    private Optional<Piece> below(Piece piece) {
        for (int i = piece.number + 1; i < pieces.size() && pieces.get(i).line <= piece.line + LINES_DOWN; i++) {
            Piece other = pieces.get(i);
            if (other.line > piece.line && !other.scanned && piece.isAbove(other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static String separator(Piece piece, Piece next) {
        if (next.line != piece.line) {
            return "\n";
        }
        return isGap(piece.last(), next.first()) ? " " : "";
    }

    /** Adds the pieces of one line. */
    private void line(List<PdfGlyph> glyphs) {
        List<PdfGlyph> ordered = new ArrayList<>(glyphs);
        ordered.sort(Comparator.comparingDouble(PdfGlyph::along));
        Piece piece = null;
        for (PdfGlyph glyph : ordered) {
            if (piece != null && printedTwice(piece.last(), glyph)) {
                continue;
            }
            if (piece == null || glyph.run() != piece.last().run()
                    && (isGap(piece.last(), glyph) || piece.last().isBlank())) {
                piece = new Piece(pieces.size(), lines);
                pieces.add(piece);
            }
            piece.add(glyph);
        }
        lines++;
    }

    private static boolean sameLine(PdfGlyph one, PdfGlyph other) {
        return one.angle() == other.angle()
                && one.across() - other.across() <= SAME_LINE * Math.min(one.size(), other.size());
    }

    private static boolean isGap(PdfGlyph one, PdfGlyph other) {
        return other.along() - one.end() > SPACE * Math.max(one.size(), other.size());
    }

    private static boolean printedTwice(PdfGlyph one, PdfGlyph other) {
        return one.text().equals(other.text()) && one.run() != other.run()
                && other.along() - one.along() < SAME_PLACE * one.size();
    }

    /** What was written together on one line, with the glyph of each character. */
    private static final class Piece {

        private final int number;
        private final int line;
        private final StringBuilder text = new StringBuilder();
        private final List<PdfGlyph> glyphs = new ArrayList<>();
        private boolean scanned;

        private Piece(int number, int line) {
            this.number = number;
            this.line = line;
        }

        private PdfGlyph first() {
            return glyphs.get(0);
        }

        private PdfGlyph last() {
            return glyphs.get(glyphs.size() - 1);
        }

        private void add(PdfGlyph glyph) {
            text.append(glyph.text());
            for (int i = 0; i < glyph.text().length(); i++) {
                glyphs.add(glyph);
            }
        }

        private void scan(String separator, TagScanner scanner, List<PdfGlyph> places) {
            scanned = true;
            if (!separator.isEmpty()) {
                places.add(first());
                scanner.append(separator);
            }
            places.addAll(glyphs);
            scanner.append(text);
        }

        private boolean isAbove(Piece other) {
            double below = first().across() - other.first().across();
            return first().angle() == other.first().angle() && below > 0 && below < NEXT_LINE * first().size()
                    && first().along() < other.last().end() && other.first().along() < last().end();
        }
    }
}
