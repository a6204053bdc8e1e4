package dev.esign.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The guide to problems has a heading for each kind, with its status, and none for anything else. */
class ProblemsGuideTest {

    private static final Path GUIDE = Path.of("../../docs/problems.md");
    private static final Pattern KIND = Pattern.compile("`(?:urn:esign:problem:)?([a-z-]+)` \\((\\d{3})\\)");

    @Test
    void namesEachKindOnceWithItsStatus() throws IOException {
        List<String> headings = new ArrayList<>();
        for (String line : Files.readAllLines(GUIDE)) {
            if (line.startsWith("### ")) {
                Matcher kind = KIND.matcher(line);
                while (kind.find()) {
                    headings.add("urn:esign:problem:" + kind.group(1) + " " + kind.group(2));
                }
            }
        }

        assertThat(headings).containsExactlyInAnyOrderElementsOf(
                Stream.of(ProblemKind.values()).map(kind -> kind.type() + " " + kind.status()).toList());
    }
}
