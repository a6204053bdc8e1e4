package dev.esign.anchortags;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** Follows the contents of a page as far as they tell which character stands where. */
final class PdfText {

    private static final int MOST_STATES = 512;
    private static final int DEEPEST_FORM = 16;
    private static final int MOST_OPERANDS = 64;
    private static final int LOOK_AT_CLOCK = 0xFFF;
    private static final double PER_MILLE = 1000;
    private static final double PER_CENT = 100;

    private final FoundTags found;
    private final Budget budget;
    private final PdfFonts fonts;
    private final List<PdfGlyph> glyphs = new ArrayList<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private final Set<COSBase> openForms = Collections.newSetFromMap(new IdentityHashMap<>());
    private State state = new State();
    private Matrix text = Matrix.IDENTITY;
    private Matrix line = Matrix.IDENTITY;
    private int run;
    private int operators;

    PdfText(FoundTags found, Budget budget, PdfFonts fonts) {
        this.found = found;
        this.budget = budget;
        this.fonts = fonts;
    }

    /** Reads a page and gives its lines to the scanner of tags. */
    void read(PdfPage page, int number) {
        contents(page.dictionary().getDictionaryObject(COSName.CONTENTS), page.resources());
        new PdfLines(glyphs).scan(found, (x, y) -> {
            double[] shown = page.shown(x, y);
            return new Place.OnPage(number, shown[0], shown[1]);
        });
    }

    private void contents(COSBase contents, Optional<COSDictionary> resources) {
        if (contents instanceof BoundedStream stream) {
            stream(stream, resources, new ArrayDeque<>());
        } else if (contents instanceof COSArray array) {
            // Operands may stand in one stream, and their operator in the next.
            Deque<PdfTokens.Token> operands = new ArrayDeque<>();
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof BoundedStream stream) {
                    stream(stream, resources, operands);
                }
            }
        }
    }

    private void stream(BoundedStream stream, Optional<COSDictionary> resources, Deque<PdfTokens.Token> operands) {
        byte[] bytes;
        try {
            bytes = stream.decoded();
        } catch (IOException e) {
            // As viewers do: what can't be decoded shows nothing.
            return;
        }
        PdfTokens tokens = new PdfTokens(bytes);
        for (Optional<PdfTokens.Token> token = tokens.next(); token.isPresent(); token = tokens.next()) {
            if ((++operators & LOOK_AT_CLOCK) == 0) {
                budget.tick();
            }
            if (token.get() instanceof PdfTokens.Operator operator) {
                if (operator.name().equals("ID")) {
                    tokens.skipImage();
                } else {
                    execute(operator.name(), List.copyOf(operands), resources);
                }
                operands.clear();
            } else {
                operands.add(token.get());
                if (operands.size() > MOST_OPERANDS) {
                    operands.remove();
                }
            }
        }
    }

    private void execute(String operator, List<PdfTokens.Token> operands, Optional<COSDictionary> resources) {
        Operands given = new Operands(operands);
        switch (operator) {
            case "q" -> save();
            case "Q" -> state = saved.isEmpty() ? state : saved.pop();
            case "cm" -> state.page = given.matrix().times(state.page);
            case "BT" -> moveTo(Matrix.IDENTITY);
            case "Tc" -> state.characterSpacing = given.number(0);
            case "Tw" -> state.wordSpacing = given.number(0);
            case "Tz" -> state.scale = given.number(0) / PER_CENT;
            case "TL" -> state.leading = given.number(0);
            case "Ts" -> state.rise = given.number(0);
            case "Tf" -> {
                state.font = resources.flatMap(all -> dictionary(all, COSName.FONT))
                        .map(all -> all.getDictionaryObject(COSName.getPDFName(given.name(0)))).flatMap(fonts::of);
                state.size = given.number(1);
            }
            case "gs" -> resources.flatMap(all -> dictionary(all, COSName.EXT_G_STATE))
                    .flatMap(all -> dictionary(all, COSName.getPDFName(given.name(0)))).ifPresent(this::graphicsState);
            case "Td" -> nextLine(given.number(0), given.number(1));
            case "TD" -> {
                state.leading = -given.number(1);
                nextLine(given.number(0), given.number(1));
            }
            case "Tm" -> moveTo(given.matrix());
            case "T*" -> nextLine(0, -state.leading);
            case "Tj" -> show(given.last());
            case "TJ" -> showAll(given.last());
            case "'" -> {
                nextLine(0, -state.leading);
                show(given.last());
            }
            case "\"" -> {
                state.wordSpacing = given.number(0);
                state.characterSpacing = given.number(1);
                nextLine(0, -state.leading);
                show(given.last());
            }
            case "Do" -> resources.flatMap(all -> dictionary(all, COSName.XOBJECT))
                    .map(all -> all.getDictionaryObject(COSName.getPDFName(given.name(0))))
                    .ifPresent(object -> form(object, resources));
            default -> {
                return;
            }
        }
    }

    private void save() {
        if (saved.size() >= MOST_STATES) {
            throw UnreadableDocumentException.broken("is nested too deeply");
        }
        saved.push(state.copy());
    }

    private void graphicsState(COSDictionary graphics) {
        COSArray font = graphics.getCOSArray(COSName.FONT);
        if (font != null && font.size() > 1 && font.getObject(1) instanceof COSNumber size) {
            state.font = fonts.of(font.getObject(0));
            state.size = size.floatValue();
        }
    }

    private void form(COSBase object, Optional<COSDictionary> resources) {
        if (!(object instanceof BoundedStream form) || !COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))
                || openForms.size() >= DEEPEST_FORM || !openForms.add(form)) {
            return;
        }
        budget.object();
        State before = state.copy();
        Matrix textBefore = text;
        Matrix lineBefore = line;
        int depth = saved.size();
        state.page = Matrix.of(form.getCOSArray(COSName.MATRIX)).times(state.page);
        COSDictionary own = form.getCOSDictionary(COSName.RESOURCES);
        stream(form, own == null ? resources : Optional.of(own), new ArrayDeque<>());
        while (saved.size() > depth) {
            saved.pop();
        }
        state = before;
        text = textBefore;
        line = lineBefore;
        openForms.remove(form);
    }

    private void moveTo(Matrix matrix) {
        text = matrix;
        line = matrix;
    }

    private void nextLine(double x, double y) {
        moveTo(Matrix.shift(x, y).times(line));
    }

    private void showAll(PdfTokens.Token token) {
        if (token instanceof PdfTokens.Array array) {
            for (PdfTokens.Token item : array.items()) {
                if (item instanceof PdfTokens.Number number) {
                    text = Matrix.shift(-number.value() / PER_MILLE * state.size * state.scale, 0).times(text);
                } else {
                    show(item);
                }
            }
        }
    }

    private void show(PdfTokens.Token token) {
        if (!(token instanceof PdfTokens.Text string) || state.font.isEmpty()) {
            return;
        }
        PdfFont font = state.font.get();
        run++;
        font.decode(string.bytes(), (character, width, isSpace) -> {
            Matrix onPage = new Matrix(state.size * state.scale, 0, 0, state.size, 0, state.rise).times(text)
                    .times(state.page);
            double advance = (width * state.size + state.characterSpacing + (isSpace ? state.wordSpacing : 0)) * state.scale;
            if (!character.isEmpty()) {
                add(character, onPage, width);
            }
            text = Matrix.shift(advance, 0).times(text);
        });
    }

    private void add(String character, Matrix onPage, double width) {
        if (glyphs.size() >= budget.limits().charactersPerPage()) {
            throw UnreadableDocumentException.overLimit("has a page with more than " + budget.limits().charactersPerPage()
                    + " characters", "charactersPerPage");
        }
        PdfGlyph glyph = PdfGlyph.of(character, onPage, width, run);
        if (glyph.isSomewhere()) {
            glyphs.add(glyph);
        }
    }

    private static Optional<COSDictionary> dictionary(COSDictionary in, COSName key) {
        return Optional.ofNullable(in.getCOSDictionary(key));
    }

    /** What {@code q} saves and {@code Q} brings back. */
    private static final class State {

        private Matrix page = Matrix.IDENTITY;
        private Optional<PdfFont> font = Optional.empty();
        private double size;
        private double characterSpacing;
        private double wordSpacing;
        private double scale = 1;
        private double leading;
        private double rise;

        private State copy() {
            State copy = new State();
            copy.page = page;
            copy.font = font;
            copy.size = size;
            copy.characterSpacing = characterSpacing;
            copy.wordSpacing = wordSpacing;
            copy.scale = scale;
            copy.leading = leading;
            copy.rise = rise;
            return copy;
        }
    }

    /** The operands of an operator; what is missing counts as 0 or empty. */
    private record Operands(List<PdfTokens.Token> tokens) {

        private double number(int index) {
            return index < tokens.size() && tokens.get(index) instanceof PdfTokens.Number number ? number.value() : 0;
        }

        private String name(int index) {
            return index < tokens.size() && tokens.get(index) instanceof PdfTokens.Name name ? name.text() : "";
        }

        private PdfTokens.Token last() {
            return tokens.isEmpty() ? new PdfTokens.Other() : tokens.get(tokens.size() - 1);
        }

        private Matrix matrix() {
            return new Matrix(number(0), number(1), number(2), number(3), number(4), number(5));
        }
    }
}
