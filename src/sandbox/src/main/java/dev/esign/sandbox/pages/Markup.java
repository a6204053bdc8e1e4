package dev.esign.sandbox.pages;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import dev.esign.sandbox.http.Html;

/**
 * A piece of HTML that is safe to send. It comes from templates in the code only: every value that is put into one is
 * escaped, unless it is markup itself.
 */
record Markup(String html) {

    static final Markup NOTHING = new Markup("");

    private static final String PLACE = "{}";

    /**
     * Fills a template.
     *
     * @param template HTML of our own, with a {@code {}} for each value, between tags or inside quoted attributes
     * @param values markup or collections of markup, put in as they are; anything else is escaped
     */
    static Markup of(String template, Object... values) {
        StringBuilder html = new StringBuilder(template.length() + 64 * values.length);
        int from = 0;
        for (Object value : values) {
            int place = template.indexOf(PLACE, from);
            if (place < 0) {
                throw new IllegalArgumentException("more values than places in: " + template);
            }
            html.append(template, from, place);
            append(html, value);
            from = place + PLACE.length();
        }
        if (template.indexOf(PLACE, from) >= 0) {
            throw new IllegalArgumentException("fewer values than places in: " + template);
        }
        return new Markup(html.append(template, from, template.length()).toString());
    }

    static Markup text(String text) {
        return new Markup(Html.escape(text));
    }

    static Markup join(Collection<Markup> parts) {
        StringBuilder html = new StringBuilder();
        append(html, parts);
        return new Markup(html.toString());
    }

    static Markup join(Markup... parts) {
        return join(List.of(parts));
    }

    /** This markup, or nothing. */
    Markup when(boolean wanted) {
        return wanted ? this : NOTHING;
    }

    private static void append(StringBuilder html, Object value) {
        if (value instanceof Markup markup) {
            html.append(markup.html);
        } else if (value instanceof Collection<?> collection) {
            for (Iterator<?> parts = collection.iterator(); parts.hasNext();) {
                append(html, parts.next());
            }
        } else {
            html.append(Html.escape(String.valueOf(value)));
        }
    }
}
