package dev.esign.anchortags.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import dev.esign.anchortags.FindingCode;
import dev.esign.anchortags.TagOption;
import dev.esign.anchortags.TagType;

/** What the guide says is so. */
class GuideTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path GUIDE = ROOT.resolve("docs/anchor-tags.md");

    private final CheckedAgreement example = new CheckedAgreement();

    @Test
    void itsExampleWorks() {
        assertThat(example.signatureLine()).isEqualTo("Signed: <sig_req_Seller 1_150> on <d_aut_Seller 1>");
        example.check(ROOT.resolve("docs/samples/purchase-agreement.pdf"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> example.check(Path.of("src/test/resources/documents/password.pdf")))
                .withMessage("password.pdf: document: is encrypted; save it without a password");
    }

    @Test
    void itsExampleIsTheOneThatIsCompiled() throws IOException {
        String source = Files.readString(
                Path.of("src/test/java/dev/esign/anchortags/examples/CheckedAgreement.java"));
        String code = source.substring(source.indexOf("// tag::example[]\n") + 18, source.indexOf("// end::example[]"));

        assertThat(Files.readString(GUIDE)).contains("```java\n" + code + "```");
    }

    @Test
    void itListsAllCodesWithTheirSeverity() throws IOException {
        List<String> rows = Files.readAllLines(GUIDE).stream().filter(line -> line.matches("\\| `[A-Z_]+` .*")).toList();

        assertThat(rows).extracting(row -> row.split("\\|")[1].strip() + row.split("\\|")[2].strip())
                .containsExactlyElementsOf(Arrays.stream(FindingCode.values())
                        .map(code -> "`" + code + "`" + code.severity().name().toLowerCase(Locale.ROOT)).toList());
    }

    @Test
    void itListsAllTypesWithTheirOptionsAndWidths() throws IOException {
        List<String> rows = Files.readAllLines(GUIDE).stream().filter(line -> line.matches("\\| `[a-z]+` \\|.*")).toList();

        assertThat(rows).extracting(row -> List.of(row.split("\\|")).subList(1, 6).stream().map(String::strip).toList())
                .containsExactlyElementsOf(Arrays.stream(TagType.values()).map(type -> List.of("`" + type.code() + "`",
                        type.label(), type.allows(TagOption.AUTO_FILLED) ? "`req` `opt` `aut`" : "`req` `opt`",
                        number(type.minimumWidth()), number(type.defaultWidth()))).toList());
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "?";
    }
}
