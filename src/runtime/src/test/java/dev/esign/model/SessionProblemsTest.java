package dev.esign.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be sent is told before anything is sent: all of it, with paths, and without quoting anybody. */
class SessionProblemsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-15T12:00:00Z"), ZoneOffset.UTC);
    private static final long LARGEST = 104_857_600;

    @TempDir
    Path directory;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "\t" })
    void aTitleIsRequired(String title) {
        assertProblems(NewSession.titled(title), "title: is blank; give the session a title");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " " })
    void aTransactionIdIsNotBlank(String transactionId) {
        assertProblem(session -> session.transactionId(transactionId), "transactionId: is blank");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "nobody", "a@example.com,b@example.com" })
    void copiesGoToAddresses(String email) {
        assertProblem(session -> session.copyTo(CopyDelivery.LINKS, "ok@example.com")
                .copyTo(CopyDelivery.LINKS, "ok@example.com", email), "copyTo[2]: is not an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " " })
    void aPasswordIsNotBlank(String password) {
        assertProblem(session -> session.password(password), "password: is blank");
        assertThat(NewSession.titled("T").password(null).build().settings().password()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "2026-06-14T12:00:00Z,past", "2026-06-15T12:00:00Z,past", "2026-06-15T12:00:01Z,", "2026-09-13T23:59:59Z,",
            "2026-09-14T00:00:00Z,late", "+1000000000-12-31T23:59:59.999999999Z,late" })
    void aSessionExpiresInTheNextNinetyDays(Instant moment, String wrong) {
        assertExpiry(NewSession.titled("T").expiresOn(moment), wrong);
    }

    @ParameterizedTest
    @CsvSource({ "2026-06-15,past", "2026-06-16,", "2026-09-13,", "2026-09-14,late" })
    void theNinetiethDayCounts(LocalDate day, String wrong) {
        assertExpiry(NewSession.titled("T").expiresOn(day), wrong);
    }

    @Test
    void withoutAClockItIsNow() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(NewSession.titled("T").expiresOn(today.plusDays(89)).build().settings().expiresOn()).isNotNull();
        assertThat(problems(() -> NewSession.titled("T").expiresOn(today.plusDays(99)).build())).hasSize(1);
        assertThat(problems(() -> SessionUpdate.of(SessionId.of("s")).expiresOn(today.minusDays(1)).build())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 31 })
    void remindersAreOneToThirtyDaysApart(int days) {
        assertProblem(session -> session.remindEveryDays(days), "reminderDays: " + days + " days; eSign takes 1 to 30");
    }

    @Test
    void whatIsJustWithinTheLimitsIsTaken() {
        NewSession session = NewSession.titled("T").remindEveryDays(1).remindEveryDays(30)
                .documents(Document.of("n".repeat(251) + ".pdf", new byte[0]), Document.of("Ünï.2.côde 1.x", new byte[0]))
                .signers(Signer.as("Seller 1").name("f".repeat(100), "l".repeat(100)).email("a@example.com"))
                .build();

        assertThat(session.documents()).hasSize(2);
        assertThat(session.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = { "null,is blank", "'',is blank", "' ',is blank", "a/b.pdf,has a path separator",
            "a\\b.pdf,has a path separator", "'a\u0000.pdf',has a control character", "'a\u007f.pdf',has a control character",
            "agreement,has no extension", ".docx,has no extension", "agreement.,has no extension",
            "'agreement. ',has no extension" })
    void aFileNameIsAPlainNameWithItsExtension(String fileName, String problem) {
        assertProblem(session -> session.documents(Document.of(fileName, new byte[0])), "documents[0].fileName: " + problem);
    }

    @Test
    void aFileNameIsNotTooLong() {
        assertProblem(session -> session.documents(Document.of("n".repeat(252) + ".pdf", new byte[0])),
                "documents[0].fileName: has 256 characters; give at most 255");
    }

    @Test
    void aRootHasNoFileName() {
        assertProblem(session -> session.documents(Document.file(directory.getRoot())), "documents[0].fileName: is blank");
    }

    @Test
    void documentsOfKnownSizeAreNotTooLargeTogether() throws IOException {
        Path file = directory.resolve("large.pdf");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(LARGEST - 2);
        }
        NewSession.Builder session = NewSession.titled("T").documents(Document.file(file),
                Document.of("a.pdf", new byte[1]), sized(1), Document.of("unknown.pdf", InputStream::nullInputStream),
                Document.file(directory.resolve("missing.pdf")));
        assertThat(session.build().documents()).hasSize(5);

        assertProblems(session.documents(Document.of("b.pdf", new byte[1])),
                "documents: are 104857601 bytes together; eSign takes at most 104857600 (100 MB) in a session");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = { "null", "''", "' '" })
    void aLastNameIsRequired(String lastName) {
        assertProblem(session -> session.signers(signer().name("First", lastName)), "signers[0].lastName: is missing");
    }

    @Test
    void namesAreNotTooLong() {
        assertProblems(NewSession.titled("T").signers(signer().name("f".repeat(101), "l".repeat(200))),
                "signers[0].firstName: has 101 characters; eSign takes at most 100",
                "signers[0].lastName: has 200 characters; eSign takes at most 100");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "nobody", "a@b.de,c@d.ef" })
    void anAddressIsRequired(String email) {
        assertProblem(session -> session.signers(signer().email(email)), "signers[0].email: is missing or not well-formed");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    void aRoleIsRequired(String role) {
        assertProblem(session -> session.signers(complete(Signer.as(role))), "signers[0].role: is blank");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Trustee", "TRUSTEE", " trustee " })
    void aRoleIsHeldBySomebodyOnly(String role) {
        NewSession.Builder session = NewSession.titled("T").signers(signer(), complete(Signer.as("Trustee")))
                .signers(complete(Signer.as(SignerRole.of(role))).build()).signers(complete(Signer.as(role)));

        assertProblems(session, "signers[2].role: is that of signers[1] too; give each signer a role of its own",
                "signers[3].role: is that of signers[1] too; give each signer a role of its own");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    void aSignersPasswordIsRequiredWhereItIsAskedFor(String password) {
        assertProblem(session -> session.signers(signer().authentication(SignerAuthentication.password(password))),
                "signers[0].authentication.password: is blank");
        assertProblem(session -> session.signers(signer().authentication(SignerAuthentication.kbaPlusPassword(password))),
                "signers[0].authentication.password: is blank");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " " })
    void keysAreNotBlank(String key) {
        assertProblem(session -> session.signers(signer().mergeField("k", "v").mergeField(key, "v")),
                "signers[0].mergeFields: have a blank key");
        assertProblem(session -> session.signers(signer().nameLocked().property(key, "v")),
                "signers[0].properties: have a blank key");
    }

    @Test
    void allThatIsWrongIsToldAtOnceInTheOrderOfTheFields() {
        String[] paths = { "title", "transactionId", "copyTo[0]", "copyTo[2]", "password", "expiresOn", "reminderDays",
                "documents", "documents[1].fileName", "documents[2].fileName", "documents[2].fileName",
                "signers[1].role", "signers[1].firstName", "signers[1].lastName", "signers[1].email",
                "signers[1].authentication.password", "signers[1].mergeFields", "signers[1].properties",
                "signers[2].role", "signers[2].lastName", "signers[2].email" };

        InvalidSessionException refused = refusal(() -> wrong(NewSession.titled(" ")).build(NOON));
        assertThat(refused.problems()).extracting(Problem::path).containsExactly(paths);
        assertThat(refused.getMessage().lines())
                .containsExactlyElementsOf(refused.problems().stream().map(Problem::toString).toList());

        assertThat(refusal(() -> wrong(SessionUpdate.of(SessionId.of("s")).title("")).build(NOON)).problems())
                .isEqualTo(refused.problems());
    }

    @Test
    void anUpdateRequiresNothing() {
        SessionUpdate update = SessionUpdate.of(SessionId.of("s")).build();

        assertThat(update.settings().title()).isNull();
        assertThat(update.warnings()).isEmpty();
    }

    @Test
    void aSignerAndADocumentAloneTellAllThatIsWrongWithThem() {
        assertThat(refusal(() -> Signer.as(" ").email("SECRET").build()).problems()).extracting(Problem::path)
                .containsExactly("role", "lastName", "email");
        assertThat(refusal(() -> Document.of("SECRET/name", new byte[0]).build()).problems()).extracting(Problem::toString)
                .containsExactly("fileName: has a path separator; give the name without its folder",
                        "fileName: has no extension; give a name such as agreement.docx");
    }

    @Test
    void whatIsNotBuiltYetIsTakenAsItIsDescribedThen() {
        Signer.Builder signer = signer();
        Document.Builder document = Document.of("a.pdf", new byte[0]).formId("one");

        NewSession session = NewSession.titled("T").documents(document).documents(document.formId("two").build())
                .signers(signer).signers(complete(Signer.as("Buyer 1")).build()).signers(complete(Signer.as("Witness")))
                .build();
        signer.email("other@example.com");

        assertThat(session.documents()).extracting(each -> each.formId().orElseThrow()).containsExactly("one", "two");
        assertThat(session.signers()).extracting(each -> each.role().name()).containsExactly("Seller 1", "Buyer 1", "Witness");
        assertThat(session.signers()).extracting(Signer::email).containsOnly("ada@example.com");
    }

    @Test
    void aMessageQuotesNobody() {
        InvalidSessionException refused = refusal(() -> NewSession.titled("SECRET").transactionId(" ").description("SECRET")
                .password("SECRET").copyTo(CopyDelivery.LINKS, "SECRET", "SECRET@example.com")
                .documents(Document.of("SECRET/SECRET\n" + "SECRET".repeat(50), new byte[0]), Document.file(Path.of("SECRET")))
                .signers(Signer.as("Seller 1").name("SECRET".repeat(20), "SECRET".repeat(20)).email("SECRET")
                        .authentication(SignerAuthentication.password(" ")).mergeField(" ", "SECRET").property(" ", "SECRET"),
                        Signer.as("Seller 1").name("SECRET", " ").email("SECRET@example"))
                .build());

        assertThat(refused.problems()).hasSize(16);
        assertThat(refused).hasMessageNotContaining("SECRET").hasNoCause();
    }

    @Test
    void whatIsNullByMistakeIsNamed() {
        NewSession.Builder session = NewSession.titled("T");

        assertThatNullPointerException().isThrownBy(() -> session.transactionId(null)).withMessage("transactionId");
        assertThatNullPointerException().isThrownBy(() -> session.copyTo(null, "a@example.com")).withMessage("delivery");
        assertThatNullPointerException().isThrownBy(() -> session.expiresOn((LocalDate) null)).withMessage("day");
        assertThatNullPointerException().isThrownBy(() -> session.expiresOn((Instant) null)).withMessage("moment");
        assertThatNullPointerException().isThrownBy(() -> session.documents((Document) null)).withMessage("document");
        assertThatNullPointerException().isThrownBy(() -> session.signers((Signer) null)).withMessage("signer");
        assertThatNullPointerException().isThrownBy(() -> SessionUpdate.of(SessionId.of("s")).title(null)).withMessage("title");
        assertThatNullPointerException().isThrownBy(() -> Signer.as((SignerRole) null)).withMessage("role");
        assertThatNullPointerException().isThrownBy(() -> signer().mergeField(null, "v")).withMessage("key");
        assertThatNullPointerException().isThrownBy(() -> signer().property("k", null)).withMessage("value");
    }

    @ParameterizedTest
    @CsvSource({ "Seler 1,Seller 1", "seller1,Seller 1", "Buyer  1,Buyer 1", "BUYER 12,Buyer 12", "Bayer 2,Buyer 2",
            "Sellers 3,Seller 3", "Seller 1.,Seller 1", "Buyer 01,Buyer 1", "Seller 0,Seller 1", "Buyer\u00a01,Buyer 1",
            "seler1,Seller 1" })
    void aRoleThatIsNearlySpeltLikeAUsualOneIsWarnedOf(String role, String meant) {
        List<Problem> warning = List.of(new Problem("signers[1].role", "is '" + role + "'; if '" + meant
                + "' is meant, spell it so: anchor tags and templates go by the name"));

        assertThat(NewSession.titled("T").signers(complete(Signer.as("Witness")), complete(Signer.as(role))).build().warnings())
                .isEqualTo(warning);
        assertThat(
                SessionUpdate.of(SessionId.of("s")).signers(complete(Signer.as("Witness")), complete(Signer.as(role))).build()
                        .warnings())
                .isEqualTo(warning);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Seller 1", "Buyer 20", "seller", "Buyer", "Client", "Sales Representative", "Witness 1",
            "Seller's Agent 1", "Saler 12",
            "seller 111111111111111111111" })
    void otherRolesAreTheAccountsOwn(String role) {
        assertThat(NewSession.titled("T").signers(complete(Signer.as(role))).build().warnings()).isEmpty();
    }

    /** Breaks every rule that the settings, three documents and three signers can break together. */
    private static <B extends SessionBuilder<B>> B wrong(B session) {
        return session.transactionId(" ").copyTo(CopyDelivery.ATTACHMENTS, "a", "ok@example.com", "b").password("")
                .expiresOn(LocalDate.of(2020, 1, 1)).remindEveryDays(90)
                .documents(sized(LARGEST + 1), Document.of(null, new byte[0]), Document.of("a/b", new byte[0]))
                .signers(signer(),
                        Signer.as(SignerRole.seller(1)).name("f".repeat(101), " ").email("a@b")
                                .authentication(SignerAuthentication.password("")).mergeField(" ", "v").property("", "v"),
                        Signer.as((String) null));
    }

    private static Signer.Builder signer() {
        return complete(Signer.as(SignerRole.seller(1)));
    }

    private static Signer.Builder complete(Signer.Builder signer) {
        return signer.name("Ada", "Lovelace").email("ada@example.com");
    }

    private static Document.Builder sized(long size) {
        return Document.of("sized.pdf", new DocumentContent() {

            @Override
            public InputStream open() {
                return InputStream.nullInputStream();
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.of(size);
            }
        });
    }

    private static void assertExpiry(NewSession.Builder session, String wrong) {
        if (wrong == null) {
            assertThat(session.build(NOON).settings().expiresOn()).isNotNull();
        } else {
            assertProblems(session, wrong.equals("past") ? "expiresOn: is not in the future; give a later day"
                    : "expiresOn: is too late; eSign takes at most 90 days ahead");
        }
    }

    /** The setting is wrong in a new session and in an update alike, and nothing else is. */
    private static void assertProblem(Consumer<SessionBuilder<?>> setting, String problem) {
        NewSession.Builder session = NewSession.titled("T");
        SessionUpdate.Builder update = SessionUpdate.of(SessionId.of("s"));
        setting.accept(session);
        setting.accept(update);

        assertThat(problems(() -> session.build(NOON))).singleElement().asString().startsWith(problem);
        assertThat(problems(() -> update.build(NOON))).singleElement().asString().startsWith(problem);
    }

    private static void assertProblems(NewSession.Builder session, String... problems) {
        assertThat(problems(() -> session.build(NOON))).extracting(Problem::toString).containsExactly(problems);
    }

    private static List<Problem> problems(Supplier<?> building) {
        return refusal(building).problems();
    }

    private static InvalidSessionException refusal(Supplier<?> building) {
        return catchThrowableOfType(InvalidSessionException.class, building::get);
    }
}
