package dev.esign.testing.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The Java in the guide is what is compiled and run here. */
class GuideTest {

    private static final Path GUIDE = Path.of("../../docs/testing.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void itsExamplesAreTheseClasses() throws IOException {
        List<String> shown = JAVA.matcher(Files.readString(GUIDE)).results().map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(shown).containsExactly(example("AgreementsTest"), example("OtherClientTest"), example("AgreementsUnitTest"),
                example("OutboxTest"));
    }

    private static String example(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/esign/testing/examples/" + name + ".java"));
        return source.substring(source.indexOf("// tag::example[]\n") + 18, source.indexOf("// end::example[]"));
    }
}
