package dev.esign.sandbox.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import dev.esign.sandbox.pages.picture.OfficeText;
import dev.esign.sandbox.pages.picture.PdfOutline;
import dev.esign.sandbox.pages.picture.PdfPictures;
import dev.esign.sandbox.pages.picture.TagMark;
import dev.esign.sandbox.pages.picture.TagSpot;
import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.Field;

/** A document with its fields: as pictures of its pages where there are some, or else as text. */
final class DocumentView {

    private final PdfPictures pictures;

    DocumentView(PdfPictures pictures) {
        this.pictures = pictures;
    }

    static Markup head(Document document, String path) {
        return Markup.of("""
                <div class="title"><h2>{}</h2><span class="end small"><a href="{}" download>Download</a>
                <span class="soft">{}</span></span></div>
                """, document.label(), path, Parts.size(document.content().size()));
    }

    /**
     * Shows what is in a document.
     *
     * @param path where the document's file and pictures are
     * @param fields all fields of the document, with their values
     * @param numbers the number of a field that the reader fills in here; 0 for other fields
     */
    Markup content(Document document, String path, List<Field> fields, ToIntFunction<Field> numbers) {
        if (document.content().size() == 0) {
            return note("The content of this document is not here.");
        }
        List<FieldMark> marks = fields.stream().map(field -> new FieldMark(field, numbers.applyAsInt(field))).toList();
        return pictures.outline(document.content()).map(outline -> pages(document, path, outline, marks))
                .or(() -> OfficeText.of(document.content()).map(text -> text(text, marks)))
                .orElseGet(() -> note("This document cannot be shown here. Download it to read it."));
    }

    private static Markup note(String text) {
        return Markup.of("<p class=\"empty\">{}</p>\n", text);
    }

    private static Markup text(String text, List<FieldMark> fields) {
        List<TagMark> tags = TagMark.find(text);
        Map<Integer, FieldMark> matched = FieldSpots.match(fields, tags.stream().map(TagMark::tag).toList());
        List<Markup> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tags.size(); i++) {
            if (matched.containsKey(i)) {
                parts.add(Markup.text(text.substring(from, tags.get(i).start())));
                parts.add(matched.get(i).inText());
                from = tags.get(i).end();
            }
        }
        parts.add(Markup.text(text.substring(from)));
        return Markup.of("<div class=\"text-page\">{}</div>\n", parts);
    }

    private static Markup pages(Document document, String path, PdfOutline outline, List<FieldMark> fields) {
        Map<Integer, FieldMark> matched = FieldSpots.match(fields, outline.spots().stream().map(TagSpot::tag).toList());
        List<Markup> pages = new ArrayList<>();
        for (int i = 0; i < outline.pages().size(); i++) {
            int number = i + 1;
            PdfOutline.Page page = outline.pages().get(i);
            List<Markup> marks = new ArrayList<>();
            matched.forEach((spot, field) -> {
                if (outline.spots().get(spot).page() == number) {
                    marks.add(field.onPicture(outline.spots().get(spot), page));
                }
            });
            pages.add(Markup.of("""
                    <div class="paper"><img src="{}/pages/{}" width="{}" height="{}" loading="lazy" alt="Page {} of {}">
                    {}</div>
                    {}""", path, number, page.width(), page.height(), number, document.label(),
                    layer(number, page, marks), text(number, outline.texts().get(i))));
        }
        pages.add(Markup.of("<p class=\"soft\">{} more pages are in the file.</p>\n", outline.morePages())
                .when(outline.morePages() > 0));
        return Markup.join(pages);
    }

    private static Markup layer(int number, PdfOutline.Page page, List<Markup> marks) {
        return Markup.of("""
                <svg class="spots" viewBox="0 0 {} {}" role="group" aria-label="Fields on page {}">
                {}</svg>
                """, page.width(), page.height(), number, marks).when(!marks.isEmpty());
    }

    private static Markup text(int number, String text) {
        return Markup.of("""
                <details class="page-text"><summary>Text of page {}</summary><div class="text-page">{}</div></details>
                """, number, text).when(!text.isBlank());
    }
}
