package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agreement that the documentation works with, as LibreOffice made it. */
class SampleAgreementTest {

    private static final Path SAMPLES = Path.of("../../docs/samples");

    @ParameterizedTest
    @ValueSource(strings = { "purchase-agreement.docx", "purchase-agreement.pdf" })
    void hasItsTags(String name) {
        DocumentTags read = AnchorTags.standard().read(TagDocument.of(SAMPLES.resolve(name)));

        assertThat(read.tags()).containsExactly(
                AnchorTag.text("Seller 1").width(300),
                AnchorTag.text("Buyer 1").width(120).fontSize(10),
                AnchorTag.checkbox("Buyer 1").optional(),
                AnchorTag.signature("Seller 1").width(175),
                AnchorTag.signature("Buyer 1").width(175),
                AnchorTag.initials("Seller 1"),
                AnchorTag.initials("Buyer 1"),
                AnchorTag.date("Seller 1").autoFilled().width(100),
                AnchorTag.date("Buyer 1").autoFilled().width(100));
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "purchase-agreement.docx", "purchase-agreement.pdf" })
    void isInGoodOrder(String name) {
        LintReport report = AnchorTags.standard().lint(List.of(TagDocument.of(SAMPLES.resolve(name))),
                List.of("Seller 1", "Buyer 1"));

        assertThat(report.findings()).isEmpty();
    }
}
