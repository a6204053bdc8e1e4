package dev.esign.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.esign.anchortags.AnchorTag;
import dev.esign.anchortags.AnchorTags;
import dev.esign.anchortags.DocumentKind;
import dev.esign.anchortags.DocumentTags;
import dev.esign.anchortags.FoundTag;
import dev.esign.anchortags.TagDocument;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;

/** Samples are what eSign would take. */
class SamplesTest {

    private static final AnchorTags TAGS = AnchorTags.standard();

    static Stream<NewSession> sessions() {
        return Stream.of(Samples.purchaseAgreement().build(), Samples.lease().build());
    }

    static Stream<SampleDocument> documents() {
        return Stream.of(SampleDocument.docx("sample.docx"), SampleDocument.pdf("sample.pdf"));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void sessionsHaveTagsForAllTheirSigners(NewSession session) {
        List<TagDocument> documents = session.documents().stream()
                .map(document -> TagDocument.of(document.fileName(), document.content()::open)).toList();
        List<String> roles = session.signers().stream().map(signer -> signer.role().name()).toList();

        assertThat(TAGS.lint(documents, roles).findings()).isEmpty();
        assertThat(session.documents()).allMatch(Document::hasAnchorTags);
        assertThat(session.warnings()).isEmpty();
        assertThat(roles).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentsHaveWhatTheyAreGiven(SampleDocument document) {
        SampleDocument tagged = document.paragraph("(Smith & Sons) \\ <b>", AnchorTag.signature("Buyer 1").width(150))
                .paragraph("Café", AnchorTag.checkbox("Seller 1"), AnchorTag.date("Seller 1").autoFilled());

        DocumentTags read = TAGS.read(TagDocument.of(tagged.fileName(), tagged.bytes()));

        assertThat(read.kind()).isEqualTo(document.fileName().endsWith("docx") ? DocumentKind.WORD : DocumentKind.PDF);
        assertThat(read.tags()).containsExactly(AnchorTag.signature("Buyer 1").width(150), AnchorTag.checkbox("Seller 1"),
                AnchorTag.date("Seller 1").autoFilled());
        assertThat(read.problems()).isEmpty();
        assertThat(tagged.toDocument().build().hasAnchorTags()).isTrue();
        assertThat(document.toDocument().build().hasAnchorTags()).isFalse();
    }

    @Test
    void aLongPdfHasSeveralPages() {
        SampleDocument pdf = IntStream.range(0, 100).boxed().reduce(SampleDocument.pdf("long.pdf"),
                (document, line) -> document.paragraph("Line " + line, AnchorTag.text("Buyer 1")), (one, other) -> other);

        List<FoundTag> found = TAGS.read(TagDocument.of("long.pdf", pdf.bytes())).found();

        assertThat(found).hasSize(100);
        assertThat(found.get(0).place().describe()).startsWith("page 1,");
        assertThat(found.get(99).place().describe()).startsWith("page 3,");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void equalDocumentsHaveEqualBytes(SampleDocument document, @TempDir Path directory) throws IOException {
        Path file = document.paragraph("Text").writeTo(directory);

        assertThat(file).hasFileName(document.fileName());
        assertThat(Files.readAllBytes(file)).isEqualTo(document.paragraph("Text").bytes());
    }

    @Test
    void textsThatCannotBeShownAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleDocument.docx("a.docx").paragraph("two\nlines"))
                .withMessageStartingWith("paragraph: has a control character");
        assertThatIllegalArgumentException().isThrownBy(() -> SampleDocument.pdf("a.pdf").paragraph("日本").bytes())
                .withMessageStartingWith("paragraph: has characters that the font of a sample PDF lacks");
        assertThat(SampleDocument.docx("a.docx").paragraph("日本").bytes()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void nobodyInThemExists(NewSession session) {
        assertThat(session.signers()).extracting(Signer::email).allMatch(email -> email.endsWith("-1@example.com"));
        assertThat(Samples.signer(SignerRole.of("证人")).build().email()).isEqualTo("signer@example.com");
    }

    @Test
    void twoBuildsAreTwoSessions() {
        assertThat(Samples.lease().build().transactionId()).isNotEqualTo(Samples.lease().build().transactionId());
        assertThat(Samples.lease().transactionId("mine").build().transactionId()).isEqualTo("mine");
        assertThat(bytes(Samples.lease().build())).isEqualTo(bytes(Samples.lease().build()));
    }

    private static byte[] bytes(NewSession session) {
        try (var content = session.documents().get(0).content().open()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
