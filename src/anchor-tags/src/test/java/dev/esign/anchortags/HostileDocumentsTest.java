package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No document gets more than 256 MB of heap or half a minute of a processor. */
class HostileDocumentsTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Map<String, String> ENDS = ends();

    @TempDir
    Path folder;

    @Test
    void readingHostileDocumentsEndsWithinLimits() throws Exception {
        HostileDocuments.write(folder);

        Map<String, String> ends = readAll();

        assertThat(ends.keySet()).containsExactlyInAnyOrderElementsOf(ENDS.keySet());
        ENDS.forEach((name, end) -> assertThat(ends.get(name)).describedAs(name).contains(end));
        ends.forEach((name, end) -> assertThat(Long.parseLong(end.split(" ")[0])).describedAs(name)
                .isLessThan(LONGEST.toMillis()));
    }

    /** Reads them in a process with little memory, the way its caller would. */
    private Map<String, String> readAll() throws IOException, InterruptedException {
        Path output = folder.resolveSibling(folder.getFileName() + ".out");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), ReadAll.class.getName(),
                folder.toString()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            process.waitFor();
            Map<String, String> ends = new LinkedHashMap<>();
            for (String line : Files.readAllLines(output)) {
                String[] nameAndEnd = line.split(" ", 2);
                ends.put(nameAndEnd[0], nameAndEnd[1]);
            }
            assertThat(process.exitValue()).describedAs(ends.toString()).isZero();
            return ends;
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    private static Map<String, String> ends() {
        Map<String, String> ends = new LinkedHashMap<>();
        ends.put("text-bomb.docx", "OVER_LIMIT document: has more than 20000000 characters");
        ends.put("blank-bomb.docx", "read WORD");
        ends.put("tags-bomb.docx", "OVER_LIMIT document: has more than 10000 tags and problems");
        ends.put("paragraphs-bomb.docx", "OVER_LIMIT document: has more than 10000 tags and problems");
        ends.put("endless-attribute.docx", "BROKEN document: has a part with endless markup");
        ends.put("endless-name.docx", "BROKEN");
        ends.put("endless-comment.docx", "BROKEN document: has a part with endless markup");
        ends.put("endless-instruction.docx", "BROKEN document: has a part with endless markup");
        ends.put("endless-data.docx", "BROKEN document: has a part with endless markup");
        ends.put("many-attributes.docx", "BROKEN");
        ends.put("many-names.docx", "BROKEN document: has too many different names");
        ends.put("many-prefixes.docx", "BROKEN document: has too many different names");
        ends.put("deep-nesting.docx", "BROKEN document: is nested too deeply");
        ends.put("deep-paragraphs.docx", "BROKEN document: is nested too deeply");
        ends.put("billion-laughs.docx", "BROKEN document: has a document type or entities");
        ends.put("many-parts.docx", "OVER_LIMIT document: has more than 10000 parts");
        ends.put("bomb-of-relations.docx", "OVER_LIMIT document: has more than 10000 parts");
        ends.put("cells-bomb.xlsx", "OVER_LIMIT document: has more than 5000000 cells");
        ends.put("shared-text-bomb.xlsx", "OVER_LIMIT document: has more than 20000000 characters");
        ends.put("shared-texts-bomb.xlsx", "OVER_LIMIT document: has more than 1000000 objects");
        ends.put("header-bomb.xlsx", "OVER_LIMIT document: has more than 20000000 characters");
        ends.put("contents-bomb.pdf", "OVER_LIMIT document: has a stream that inflates to more than 16777216 bytes");
        ends.put("contents-bomb-in-a-bomb.pdf", "OVER_LIMIT document: has a stream that inflates");
        ends.put("lzw-garbage.pdf", "read PDF");
        ends.put("objects-bomb.pdf", "OVER_LIMIT document: has a stream that inflates");
        ends.put("table-bomb.pdf", "OVER_LIMIT document: has a stream that inflates");
        ends.put("font-table-bomb.pdf", "OVER_LIMIT document: has a stream that inflates");
        ends.put("font-with-billions-of-codes.pdf", "read PDF");
        ends.put("form-in-itself.pdf", "read PDF");
        ends.put("forms-in-forms.pdf", "OVER_LIMIT document: has more than 1000000 objects");
        ends.put("pages-in-pages.pdf", "read PDF");
        ends.put("many-pages.pdf", "OVER_LIMIT document: has more than 5000 pages");
        ends.put("parents-of-themselves.pdf", "read PDF");
        ends.put("nested-arrays.pdf", "BROKEN");
        ends.put("nested-contents.pdf", "BROKEN document: is nested too deeply");
        ends.put("contents-of-saves.pdf", "BROKEN document: is nested too deeply");
        ends.put("contents-of-numbers.pdf", "read PDF");
        ends.put("contents-of-letters.pdf", "OVER_LIMIT document: has more than 10000 tags and problems");
        ends.put("pages-of-letters.pdf", "read PDF");
        ends.put("dictionary-of-numbers.pdf", "OVER_LIMIT document: has more than 1000000 objects");
        ends.put("dictionary-of-names.pdf", "OVER_LIMIT document: has more than 1000000 objects");
        ends.put("names-in-a-stream.pdf", "OVER_LIMIT document: has more than 1000000 objects");
        ends.put("many-objects-without-table.pdf", "OVER_LIMIT document: has more than 1000000 objects");
        ends.put("table-of-billions.pdf", "OVER_LIMIT document: has more than 1000000 objects");
        ends.put("tables-in-a-circle.pdf", "BROKEN");
        return ends;
    }
}
