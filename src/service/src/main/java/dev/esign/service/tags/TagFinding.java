package dev.esign.service.tags;

import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import dev.esign.anchortags.Finding;
import dev.esign.anchortags.Place;

@Schema(description = "Something that is wrong with the anchor tags of the documents.")
@JsonInclude(Include.NON_NULL)
record TagFinding(
        @Schema(required = true, description = "What kind of finding; codes stay.", examples = "ROLE_WITHOUT_SIGNER") String code,
        @Schema(required = true, description = "error: a field will be missing, or the document can't be read. warning: eSign "
                + "does something that was probably not meant.", enumeration = {
                        "error", "warning" }) String severity,
        @Schema(description = "The document's file name; missing when it is about a signer and all documents.") String document,
        @Schema(description = "Where in the document; missing when it is about the whole of it.") TagPlace place,
        @Schema(description = "The text of the tag without its delimiters, shortened.", examples = "sig_req_Seler 1") String tag,
        @Schema(required = true, description = "What is wrong.") String problem,
        @Schema(required = true, description = "How to put it right.") String cure,
        @Schema(required = true, description = "All of it in one line.") String message){

    static TagFinding of(Finding finding) {
        return new TagFinding(finding.code().name(), finding.severity().name().toLowerCase(Locale.ROOT),
                finding.document().orElse(null), finding.place().map(TagPlace::of).orElse(null), finding.tag().orElse(null),
                finding.problem(), finding.fix(), finding.message());
    }

    @Override
    public String toString() {
        return "TagFinding[" + code + "]";
    }

    @Schema(name = "TagPlace", description = "A place in a document: of a Word document part, paragraph and cell; of an Excel "
            + "document sheet and cell; of a PDF page, x and y.")
    @JsonInclude(Include.NON_NULL)
    record TagPlace(
            @Schema(required = true, description = "The place in words.", examples = "document, paragraph 3") String description,
            @Schema(description = "document, header 1, footer 2, footnotes or endnotes.") String part,
            @Schema(description = "The number of the paragraph in the part, from 1.") Integer paragraph,
            @Schema(description = "The sheet's name.") String sheet,
            @Schema(description = "The cell, such as B7; in Word the innermost table cell.") String cell,
            @Schema(description = "How many characters of the paragraph or cell stand before it.") Integer offset,
            @Schema(description = "The number of the page, from 1.") Integer page,
            @Schema(description = "Points (1/72 inch) from the left edge of the page.") Double x,
            @Schema(description = "Points from the upper edge of the page to the base line.") Double y) {

        static TagPlace of(Place place) {
            if (place instanceof Place.InWord word) {
                return new TagPlace(place.describe(), word.part(), word.paragraph(), null, word.cell().orElse(null),
                        word.offset(), null, null, null);
            }
            if (place instanceof Place.InExcel excel) {
                return new TagPlace(place.describe(), null, null, excel.sheet(), excel.cell(), excel.offset(), null, null,
                        null);
            }
            Place.OnPage page = (Place.OnPage) place;
            return new TagPlace(place.describe(), null, null, null, null, null, page.page(), page.x(), page.y());
        }

        @Override
        public String toString() {
            return "TagPlace[***]";
        }
    }
}
