package dev.esign.anchortags;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the paragraphs of a Word document: body, headers, footers, footnotes and endnotes. Comments don't get printed. */
final class WordReader {

    /** Relations to parts with text, and what the part is called. */
    private static final Map<String, String> PARTS = Map.of("header", "header", "footer", "footer", "footnotes", "footnotes",
            "endnotes", "endnotes");
    /** What holds properties, or text that was deleted or moved away. */
    private static final Set<String> SKIPPED = Set.of("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "del", "moveFrom",
            "instrText", "delText");

    private final OfficePackage office;
    private final FoundTags found;

    WordReader(OfficePackage office, FoundTags found) {
        this.office = office;
        this.found = found;
    }

    void read() {
        String main = office.mainPart().orElseThrow();
        new Part("document").read(main);
        Map<String, Integer> numbers = new HashMap<>();
        for (OfficePackage.Relation relation : office.relations(main)) {
            String kind = relation.type().substring(relation.type().lastIndexOf('/') + 1);
            if (PARTS.containsKey(kind) && office.has(relation.target())) {
                int number = numbers.merge(kind, 1, Integer::sum);
                new Part(kind.endsWith("notes") ? kind : PARTS.get(kind) + " " + number).read(relation.target());
            }
        }
    }

    /** A table that is open, and where in it the text stands. */
    private static final class Table {

        private final int number;
        private int row;
        private int cell;

        private Table(int number) {
            this.number = number;
        }

        @Override
        public String toString() {
            return "table " + number + ", row " + row + ", cell " + cell;
        }
    }

    private final class Part {

        private final String name;
        /** A paragraph within another one is that of a text box. */
        private final Deque<TagScanner> paragraphs = new ArrayDeque<>();
        private final Deque<Table> tables = new ArrayDeque<>();
        /** For each choice between alternatives whether one was taken. */
        private final Deque<Boolean> choices = new ArrayDeque<>();
        private int paragraphNumber;
        private int tableNumber;
        private boolean inText;

        private Part(String name) {
            this.name = name;
        }

        private void read(String part) {
            try (PartReader xml = office.read(part)) {
                while (xml.next()) {
                    if (xml.isStart()) {
                        start(xml);
                    } else if (xml.isEnd()) {
                        end(xml.name());
                    } else if (inText && xml.isText() && !paragraphs.isEmpty()) {
                        paragraphs.peek().append(xml.text());
                    }
                }
            }
        }

        private void start(PartReader xml) {
            String element = xml.name();
            if (SKIPPED.contains(element)) {
                xml.skip();
                return;
            }
            switch (element) {
                case "AlternateContent" -> choices.push(false);
                case "Choice", "Fallback" -> {
                    if (!choices.isEmpty() && choices.pop()) {
                        choices.push(true);
                        xml.skip();
                    } else {
                        choices.push(true);
                    }
                }
                case "tbl" -> tables.push(new Table(++tableNumber));
                case "tr" -> {
                    if (!tables.isEmpty()) {
                        tables.peek().row++;
                        tables.peek().cell = 0;
                    }
                }
                case "tc" -> {
                    if (!tables.isEmpty()) {
                        tables.peek().cell++;
                    }
                }
                case "p" -> paragraphs.push(found.scanner(places()));
                case "t" -> inText = true;
                case "tab", "ptab" -> append("\t");
                case "br", "cr" -> append("\n");
                case "noBreakHyphen" -> append("-");
                default -> {
                    return;
                }
            }
        }

        private TagScanner.Places places() {
            int paragraph = ++paragraphNumber;
            Optional<String> cell = Optional.ofNullable(tables.peek()).map(Table::toString);
            return offset -> new Place.InWord(name, paragraph, cell, offset);
        }

        private void end(String element) {
            switch (element) {
                case "AlternateContent" -> choices.poll();
                case "tbl" -> tables.poll();
                case "p" -> {
                    if (!paragraphs.isEmpty()) {
                        paragraphs.pop().end();
                    }
                }
                case "t" -> inText = false;
                default -> {
                    return;
                }
            }
        }

        private void append(String text) {
            if (!paragraphs.isEmpty()) {
                paragraphs.peek().append(text);
            }
        }
    }

}
