package dev.esign.anchortags;

/**
 * A character on a page.
 *
 * @param text what it means; a ligature is several characters
 * @param x where it begins on the page, in points
 * @param y where its base line is on the page, in points
 * @param along where it begins in the direction of its line
 * @param across where its base line is, at right angles to that direction, upwards
 * @param width how wide it is
 * @param size how high its font is
 * @param angle the direction of its line, in degrees
 * @param run those of one run were written at once, one behind the other
 */
record PdfGlyph(String text, double x, double y, double along, double across, double width, double size, int angle,
        int run) {

    private static final int FULL_TURN = 360;
    private static final double FARTHEST = 1e6;

    static PdfGlyph of(String text, Matrix onPage, double width, int run) {
        int angle = Math.floorMod(Math.round((float) Math.toDegrees(Math.atan2(onPage.b(), onPage.a()))), FULL_TURN);
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        return new PdfGlyph(text, onPage.e(), onPage.f(), onPage.e() * cos + onPage.f() * sin,
                onPage.f() * cos - onPage.e() * sin, width * Math.hypot(onPage.a(), onPage.b()),
                Math.hypot(onPage.c(), onPage.d()), angle, run);
    }

    /** Whether it is anywhere near a page; numbers in a file can be anything. */
    boolean isSomewhere() {
        return Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST && size < FARTHEST && Math.abs(width) < FARTHEST;
    }

    double end() {
        return along + width;
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
