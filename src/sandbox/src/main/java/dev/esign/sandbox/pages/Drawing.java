package dev.esign.sandbox.pages;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A signature that was drawn: strokes as the path data of SVG, in a box of {@value #WIDTH} by {@value #HEIGHT}. As a value of
 * a field it begins with {@value #MARK}, so that it can't be taken for a typed one.
 */
record Drawing(String path) {

    static final int WIDTH = 400;
    static final int HEIGHT = 120;

    private static final String MARK = "drawn:";
    private static final Pattern PATH = Pattern.compile("[ML0-9 -]{1,4000}");

    /** The drawing that a field holds; nothing if it holds a text. */
    static Optional<Drawing> of(String value) {
        String path = value.startsWith(MARK) ? value.substring(MARK.length()) : "";
        return PATH.matcher(path).matches() ? Optional.of(new Drawing(path)) : Optional.empty();
    }

    /** Shows it in place of a text. */
    Markup picture() {
        return Markup.of("""
                <svg class="drawn" viewBox="0 0 {} {}" role="img" aria-label="Drawn signature"><path d="{}"/></svg>""", WIDTH,
                HEIGHT, path);
    }

    /** What people drew stays out of logs. */
    @Override
    public String toString() {
        return "Drawing[" + path.length() + "]";
    }
}
