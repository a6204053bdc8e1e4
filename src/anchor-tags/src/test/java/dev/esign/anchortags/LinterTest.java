package dev.esign.anchortags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {

    private static final String SIGNED = "<sig_req_Seller 1><sig_req_Buyer 1>";

    private final AnchorTags tags = AnchorTags.standard();
    private final List<String> roles = List.of("Seller 1", "Buyer 1");

    @Test
    void findsNothingInGoodOrder() {
        assertThat(lint(SIGNED).isClean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Selller 1; did you mean 'Seller 1'?",
            "Buyr1; did you mean 'Buyer 1'?",
            "Broker; take one of Seller 1, Buyer 1, or give the session a signer with this role",
            "Seller 2; take one of Seller 1, Buyer 1, or give the session a signer with this role" })
    void tellsOfRolesThatNoSignerHas(String role, String fix) {
        Finding finding = only(lint(SIGNED, "<ini_req_" + role + ">"));

        assertThat(finding.code()).isEqualTo(FindingCode.ROLE_WITHOUT_SIGNER);
        assertThat(finding.message()).isEqualTo("a.docx, document, paragraph 2: ini_req_" + role + ": role: '" + role
                + "' is no signer's; " + fix);
    }

    @ParameterizedTest
    @CsvSource({ "seller 1", "Seller1", "SELLER 1" })
    void takesARoleThatIsSpeltOtherwiseButTellsSo(String role) {
        LintReport report = lint("<sig_req_" + role + ">", "<sig_req_Buyer 1>");

        assertThat(codes(report)).containsExactly(FindingCode.ROLE_SPELLING);
        assertThat(report.hasErrors()).isFalse();
        assertThat(report.warnings()).hasSize(1);
    }

    @Test
    void tellsOfSignersWithoutTags() {
        LintReport report = lint("<sig_req_Seller 1>");

        assertThat(only(report).message())
                .isEqualTo("signer: 'Buyer 1' has no tag in any document; add one, such as <sig_req_Buyer 1>");
    }

    @Test
    void tellsOfSignersWithoutASignature() {
        LintReport report = lint("<sig_req_Seller 1>", "<ini_req_Buyer 1>");

        assertThat(only(report).message())
                .isEqualTo("signer: 'Buyer 1' has tags, but none for a signature; add <sig_req_Buyer 1>");
    }

    @Test
    void countsTheTagsOfAllDocumentsForASigner() {
        LintReport report = tags.lint(List.of(word("<sig_req_Seller 1>").named("a.docx"),
                word("<sig_req_Buyer 1>").named("b.docx")), roles);

        assertThat(report.isClean()).isTrue();
    }

    @Test
    void saysNothingOfSignersWhenADocumentIsNotRead() {
        LintReport report = tags.lint(List.of(TagDocument.of("a.png", new byte[] { 1, 2, 3 })), roles);

        assertThat(only(report).message()).isEqualTo("a.png: document: is of a kind that tags aren't looked for in here; "
                + "give it as docx, xlsx or pdf if it has tags");
    }

    @Test
    void tellsOfTextThatEsignWillRemove() {
        Finding finding = only(
                lint(SIGNED, "see <Ada Lovelace, 12 St James's Square, London, who is the seller of the house>"));

        assertThat(finding.code()).isEqualTo(FindingCode.EATEN_TEXT);
        assertThat(finding.tag()).contains("Ada Lovelace, 12 St James's Square, London, who is the sell…");
        assertThat(finding.place()).contains(new Place.InWord("document", 2, Optional.empty(), 4));
        assertThat(finding.toString()).isEqualTo("Finding[EATEN_TEXT, a.docx, document, paragraph 2]");
    }

    @Test
    void takesALessThanForAnUnclosedDelimiter() {
        Finding finding = only(lint(SIGNED, "if a < b"));

        assertThat(finding.code()).isEqualTo(FindingCode.UNCLOSED_DELIMITER);
        assertThat(finding.tag()).isEmpty();
        assertThat(finding.place()).contains(new Place.InWord("document", 2, Optional.empty(), 5));
    }

    @Test
    void readsATagBehindALessThan() {
        assertThat(codes(lint("if a < b then <sig_req_Seller 1> and <sig_req_Buyer 1>")))
                .containsExactly(FindingCode.UNCLOSED_DELIMITER);
    }

    @Test
    void saysNothingOfAGreaterThan() {
        assertThat(lint(SIGNED, "if b > a").isClean()).isTrue();
    }

    @Test
    void removesEveryOtherTextBetweenDelimitersThatAreTheSame() {
        LintReport report = tags.delimiters('#', '#').lint(
                List.of(word("lot #7, #sig_req_Seller 1# and #sig_req_Buyer 1#").named("a.docx")), roles);

        assertThat(codes(report)).contains(FindingCode.EATEN_TEXT, FindingCode.UNCLOSED_DELIMITER,
                FindingCode.OTHER_DELIMITERS, FindingCode.NO_TAGS);
    }

    @Test
    void tellsOfTagsBetweenOtherDelimiters() {
        LintReport report = lint("{sig_req_Seller 1} and [ini_opt_Buyer 1]", "but not subsig_req_x or sig_rex_");

        assertThat(codes(report)).startsWith(FindingCode.OTHER_DELIMITERS, FindingCode.OTHER_DELIMITERS,
                FindingCode.NO_TAGS).doesNotContain(FindingCode.EATEN_TEXT);
        assertThat(report.findings().get(0).place()).contains(new Place.InWord("document", 1, Optional.empty(), 1));
        assertThat(report.findings().get(1).place()).contains(new Place.InWord("document", 1, Optional.empty(), 24));
    }

    @Test
    void tellsOfADocumentWithoutTags() {
        LintReport report = tags.lint(List.of(word(SIGNED).named("a.docx"), word("no tags").named("b.docx")), roles);

        assertThat(only(report).message()).isEqualTo("b.docx: document: has no tag between '<' and '>'; see that these are "
                + "the account's delimiters, or don't have it processed for tags");
    }

    @Test
    void tellsOfAPdfWithoutText() {
        LintReport report = tags.lint(List.of(TagDocument.of("scan.pdf", Pdf.of("0 0 100 100 re f"))), roles);

        assertThat(codes(report)).containsExactly(FindingCode.PDF_WITHOUT_TEXT);
    }

    @Test
    void tellsOfADocumentThatCannotBeRead() {
        LintReport report = tags.lint(List.of(TagDocument.of("a.pdf", "%PDF-1.7 and no more".getBytes()),
                TagDocument.of("b.docx", new byte[] { 'P', 'K', 3, 4 }),
                word("x".repeat(100)).named("c.docx")), roles);

        assertThat(codes(report)).containsExactly(FindingCode.DOCUMENT_BROKEN, FindingCode.DOCUMENT_BROKEN,
                FindingCode.NO_TAGS);
        assertThat(codes(tags.limits(ReadLimits.standard().withCharacters(99))
                .lint(List.of(word("x".repeat(100)).named("c.docx")), roles)))
                .containsExactly(FindingCode.DOCUMENT_OVER_LIMIT);
        assertThat(report.errors()).hasSize(2);
    }

    @Test
    void readsRolesWithUnderscoresByTheSigners() {
        LintReport report = tags.lint(List.of(word("<sig_req_seller_one_100>").named("a.docx")), List.of("seller_one"));

        assertThat(codes(report)).containsExactly(FindingCode.ROLE_WITH_UNDERSCORE);
    }

    private LintReport lint(String... paragraphs) {
        return tags.lint(List.of(word(paragraphs).named("a.docx")), roles);
    }

    private static Office word(String... paragraphs) {
        return Office.word(Stream.of(paragraphs).map(Office::paragraph).collect(Collectors.joining()));
    }

    private static Finding only(LintReport report) {
        assertThat(report.findings()).hasSize(1);
        return report.findings().get(0);
    }

    private static List<FindingCode> codes(LintReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }
}
