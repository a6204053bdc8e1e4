package dev.esign.anchortags;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found while a document is read. */
final class FoundTags {

    private final TagSyntax syntax;
    private final TagParser parser;
    private final Budget budget;
    private final List<FoundTag> found = new ArrayList<>();
    private final List<PlacedProblem> problems = new ArrayList<>();

    FoundTags(TagSyntax syntax, TagParser parser, Budget budget) {
        this.syntax = syntax;
        this.parser = parser;
        this.budget = budget;
    }

    /** A scanner for the next piece of text that tags don't reach out of. */
    TagScanner scanner(TagScanner.Places places) {
        return new TagScanner(syntax, this, places);
    }

    /** Whether a scanner would find anything in a text. */
    boolean interesting(String text) {
        return TagScanner.interesting(syntax, text);
    }

    /** Whether a text between delimiters makes a field. */
    boolean isTag(String text) {
        return parser.parse(text).tag().isPresent();
    }

    void text(int characters) {
        budget.text(characters);
    }

    void tag(Place place, String text) {
        budget.finding();
        TagReading reading = parser.parse(text);
        if (reading.tag().isPresent() && text.indexOf('\n') >= 0) {
            List<TagProblem> all = new ArrayList<>(reading.problems());
            all.add(new TagProblem(FindingCode.TAG_OVER_LINES,
                    "tag: is broken by the end of a line; whether eSign reads that is not documented",
                    "keep it on one line, for example in a wider place or a smaller font"));
            reading = new TagReading(reading.text(), reading.tag(), all);
        }
        found.add(new FoundTag(place, reading));
    }

    void problem(Place place, TagProblem problem) {
        budget.finding();
        problems.add(new PlacedProblem(place, problem));
    }

    DocumentTags of(DocumentKind kind) {
        return new DocumentTags(kind, found, problems, budget.characters());
    }
}
