package dev.esign.sandbox.pages;

import dev.esign.sandbox.pages.picture.PdfOutline;
import dev.esign.sandbox.pages.picture.TagSpot;
import dev.esign.sandbox.session.Field;

/**
 * A field in its place in a document, with what it holds.
 *
 * @param number what the reader who fills it in knows it by; 0 for the fields of others
 */
record FieldMark(Field field, int number) {

    /** On the picture of a page, as a part of an SVG in the picture's pixels. */
    Markup onPicture(TagSpot spot, PdfOutline.Page page) {
        int left = (int) Math.round(spot.left() * page.width());
        int width = (int) Math.round(spot.width() * page.width());
        int line = (int) Math.round(spot.height() * page.height());
        // A signature needs more room than a line of text; it grows upward, as one writes on a line.
        int height = field.kind().isSignature() ? line * 5 / 4 : line;
        int top = (int) Math.round(spot.top() * page.height()) + line - height;
        Markup content = Markup.of("<rect width=\"{}\" height=\"{}\"/>{}", width, height, inside(width, height, line));
        if (number == 0) {
            return Markup.of("<g class=\"spot others{}\" transform=\"translate({} {})\"><title>{}</title>{}</g>\n",
                    isFilled() ? " filled" : "", left, top, field.role() + ": " + field.kind().label(), content);
        }
        return Markup.of("""
                <a class="spot" href="#f{}" data-spot="{}" aria-label="Field {}: {}{}" transform="translate({} {})">{}</a>
                """, number, number, number, field.kind().label(), field.required() ? ", required" : "", left, top, content);
    }

    /** Between the words of a text. */
    Markup inText() {
        Markup content = Drawing.of(field.value()).map(Drawing::picture)
                .orElseGet(() -> Markup.text(isFilled() ? value() : field.role() + ": " + field.kind().label()));
        return number == 0 ? Markup.of("<mark class=\"others\">{}</mark>", content)
                : Markup.of("<mark><a href=\"#f{}\">{} {}</a></mark>", number, number, content);
    }

    private Markup inside(int width, int height, int line) {
        String path = Drawing.of(field.value()).map(Drawing::path).orElse("");
        String text = isFilled() ? value() : number > 0 ? String.valueOf(number) : field.role();
        return Markup.of("""
                <svg width="{}" height="{}"><text x="5" y="{}" font-size="{}" class="{}">{}</text>\
                <svg class="ink" viewBox="0 0 {} {}" preserveAspectRatio="xMinYMid meet" width="{}" height="{}">\
                <path d="{}"/></svg></svg>""", width, height, height * 3 / 4,
                field.kind().isSignature() ? line : line * 5 / 7,
                field.kind().isSignature() ? "hand" : "", path.isEmpty() ? text : "", Drawing.WIDTH, Drawing.HEIGHT, width,
                height, path);
    }

    private boolean isFilled() {
        return !field.value().isEmpty();
    }

    private String value() {
        return switch (field.kind()) {
            case CHECKBOX -> field.value().equals("true") ? "✓" : "✗";
            case DATE_TIME -> field.value().replace('T', ' ');
            default -> field.value();
        };
    }
}
