package dev.esign.anchortags;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the cells, headers, footers and shapes of an Excel document. Numbers and comments are no text of a sheet. */
final class ExcelReader {

    /** Codes in headers and footers: font, size, colour, page number and the like. */
    private static final Pattern HEADER_CODES = Pattern.compile("&(\"[^\"]*\"|K[0-9A-Fa-f]{6}|K[0-9+-]+|[0-9]+|[A-Za-z])");
    private static final Set<String> HEADERS = Set.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader",
            "firstFooter");
    private static final int ALPHABET = 26;

    private final OfficePackage office;
    private final FoundTags found;
    private final Budget budget;
    /** Those of the shared texts that a scanner could find something in. */
    private final Map<Integer, String> sharedTexts = new HashMap<>();

    ExcelReader(OfficePackage office, FoundTags found, Budget budget) {
        this.office = office;
        this.found = found;
        this.budget = budget;
    }

    void read() {
        String main = office.mainPart().orElseThrow();
        List<OfficePackage.Relation> relations = office.relations(main);
        relations.stream().filter(relation -> relation.is("sharedStrings") && office.has(relation.target()))
                .forEach(relation -> readSharedTexts(relation.target()));
        Map<String, String> parts = relations.stream()
                .collect(Collectors.toMap(OfficePackage.Relation::id, OfficePackage.Relation::target, (one, other) -> one));
        Map<String, String> sheets = new LinkedHashMap<>();
        try (PartReader xml = office.read(main)) {
            while (xml.next()) {
                if (xml.starts("sheet")) {
                    String part = parts.getOrDefault(xml.attribute("id"), "");
                    sheets.putIfAbsent(part, xml.attribute("name"));
                    budget.entries(sheets.size());
                }
            }
        }
        sheets.forEach((part, name) -> {
            if (office.has(part)) {
                new Sheet(name).read(part);
            }
        });
    }

    private void readSharedTexts(String part) {
        StringBuilder text = new StringBuilder();
        int index = 0;
        try (PartReader xml = office.read(part)) {
            boolean inText = false;
            while (xml.next()) {
                if (xml.starts("rPh")) {
                    xml.skip();
                } else if (xml.starts("t")) {
                    inText = true;
                } else if (xml.ends("t")) {
                    inText = false;
                } else if (xml.ends("si")) {
                    String whole = text.toString();
                    if (found.interesting(whole)) {
                        budget.object();
                        sharedTexts.put(index, whole);
                    }
                    text = new StringBuilder();
                    index++;
                } else if (inText && xml.isText()) {
                    found.text(xml.text().length());
                    text.append(xml.text());
                }
            }
        }
    }

    private final class Sheet {

        private final String name;
        private int row;
        private int column;

        private Sheet(String name) {
            this.name = name;
        }

        private void read(String part) {
            try (PartReader xml = office.read(part)) {
                while (xml.next()) {
                    if (xml.starts("row")) {
                        row = number(xml.attribute("r"), row + 1);
                        column = 0;
                    } else if (xml.starts("c")) {
                        column++;
                        cell(xml);
                    } else if (xml.isStart() && isHeader(xml.name())) {
                        header(xml);
                    }
                }
            }
            office.relations(part).stream().filter(relation -> relation.is("drawing") && office.has(relation.target()))
                    .forEach(relation -> shapes(relation.target()));
        }

        private void cell(PartReader xml) {
            budget.cell();
            String type = xml.attribute("t");
            String given = xml.attribute("r");
            String cell = given.isEmpty() ? address(column, row) : given;
            boolean shared = type.equals("s");
            TagScanner scanner = scanner(cell);
            StringBuilder index = new StringBuilder();
            boolean inText = false;
            while (!xml.ends("c") && xml.next()) {
                if (xml.starts("rPh") || xml.starts("f")) {
                    xml.skip();
                } else if (xml.starts("t") || xml.starts("v")) {
                    inText = true;
                } else if (xml.ends("t") || xml.ends("v")) {
                    inText = false;
                } else if (inText && xml.isText()) {
                    if (!shared) {
                        scanner.append(xml.text());
                    } else if (index.length() < ALPHABET) {
                        index.append(xml.text());
                    }
                }
            }
            if (shared) {
                String text = sharedTexts.get(number(index.toString(), -1));
                if (text != null) {
                    scanner.append(text);
                }
            }
            scanner.end();
        }

        private void header(PartReader xml) {
            String element = xml.name();
            StringBuilder text = new StringBuilder();
            while (!xml.ends(element) && xml.next()) {
                if (xml.isText()) {
                    found.text(xml.text().length());
                    text.append(xml.text());
                }
            }
            for (String section : text.toString().split("&[LCR]")) {
                TagScanner scanner = scanner(element.endsWith("Header") ? "header" : "footer");
                scanner.append(HEADER_CODES.matcher(section.replace("&&", "\uFFFC")).replaceAll("").replace('\uFFFC', '&'));
                scanner.end();
            }
        }

        private void shapes(String part) {
            try (PartReader xml = office.read(part)) {
                String cell = "A1";
                Optional<TagScanner> paragraph = Optional.empty();
                boolean inText = false;
                while (xml.next()) {
                    if (xml.starts("from")) {
                        cell = corner(xml);
                    } else if (xml.starts("p")) {
                        paragraph = Optional.of(scanner(cell));
                    } else if (xml.ends("p")) {
                        paragraph.ifPresent(TagScanner::end);
                        paragraph = Optional.empty();
                    } else if (xml.starts("t")) {
                        inText = true;
                    } else if (xml.ends("t")) {
                        inText = false;
                    } else if (inText && xml.isText() && paragraph.isPresent()) {
                        paragraph.get().append(xml.text());
                    }
                }
            }
        }

        private String corner(PartReader xml) {
            int columns = 0;
            int rows = 0;
            String element = "";
            while (!xml.ends("from") && xml.next()) {
                if (xml.isStart()) {
                    element = xml.name();
                } else if (xml.isEnd()) {
                    element = "";
                } else if (element.equals("col")) {
                    columns = number(xml.text(), 0);
                } else if (element.equals("row")) {
                    rows = number(xml.text(), 0);
                }
            }
            return address(columns + 1, rows + 1);
        }

        private TagScanner scanner(String cell) {
            return found.scanner(offset -> new Place.InExcel(name, cell, offset));
        }
    }

    private static boolean isHeader(String element) {
        return HEADERS.contains(element);
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String address(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / ALPHABET) {
            letters.insert(0, (char) ('A' + (rest - 1) % ALPHABET));
        }
        return letters.append(row).toString();
    }
}
