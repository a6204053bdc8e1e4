package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Documents are read for anchor tags, which make fields for signers, or keep the session from being sent. */
class AnchorTagsTest extends SandboxTest {

    private static final byte[] AGREEMENT = Docx.of("Agreement", "<sig_req_Buyer 1_100> on <d_aut_buyer 1>",
            "<txt_opt_Buyer 1_100_40>", "<chk_req_Buyer 1> <rdo_req_Buyer 1_3> <ddl_opt_Buyer 1_90_Cash_Card>",
            "<ini_req_Seller 1>", "<foo_req_Buyer 1> and <sig_req_Byer 1>");

    @Test
    void tagsBecomeFieldsWhenTheirTimeIsOver() {
        JsonNode created = client.create(body("'Title':'x'", Docx.tagged("a.docx", AGREEMENT), SIGNER));
        assertThat(tags(created)).isEmpty();
        clock.advance(Duration.ofSeconds(3));

        assertStarted(client.start(created));

        assertThat(tags(created)).extracting(tag -> tag.path("Type").asText()).containsExactly("signature", "date", "text",
                "checkbox", "choice", "list", "initials", "signature");
        JsonNode signature = tags(created).path(0);
        assertThat(signature.path("Required").booleanValue()).isTrue();
        assertThat(signature.path("Width").intValue()).isEqualTo(100);
        assertThat(signature.path("SignerId")).isEqualTo(client.session(created).path("Signers").path(0).path("SignerId"));
        assertThat(signature.path("Place").asText()).isEqualTo("document, paragraph 2");
        assertThat(tags(created).path(2).path("FontSize").intValue()).isEqualTo(28);
        assertThat(tags(created).path(5).path("Options")).hasSize(2);
        assertThat(tags(created).path(7).path("SignerId").isNull()).as("of a role that is misspelt").isTrue();
        assertThat(sandbox.sessions().get(Client.id(created)).log()).extracting(SandboxLogEntry::description)
                .contains("Anchor tags processed: 8. Texts removed that are none: 1.");
    }

    @Test
    void signersFillInTheirFields() {
        String id = started("", SIGNER + ",{'LastName':'Ray','EmailAddress':'bob@example.com','SignerRole':'SELLER 1'}");
        List<SandboxField> fields = sandbox.sessions().get(id).signer("Buyer 1").fields();
        assertThat(fields).extracting(SandboxField::type).containsExactly("SIGNATURE", "DATE", "TEXT", "CHECKBOX", "RADIO",
                "DROPDOWN");
        assertThat(sandbox.sessions().get(id).signer("Seller 1").fields()).extracting(SandboxField::type)
                .containsExactly("INITIALS");

        assertThatIllegalStateException()
                .isThrownBy(() -> sandbox.sessions().sign(id, "Buyer 1", Map.of(fields.get(5).id(), "Gold")))
                .withMessage("Error: The list field \"" + fields.get(5).id() + "\" takes one of: Cash, Card.");
        assertThatIllegalStateException()
                .isThrownBy(() -> sandbox.sessions().sign(id, "Buyer 1", Map.of(fields.get(3).id(), "false")))
                .withMessage("Error: The checkbox field \"" + fields.get(3).id() + "\" is required.");
        assertThatIllegalStateException()
                .isThrownBy(() -> sandbox.sessions().sign(id, "Buyer 1", Map.of(fields.get(1).id(), "today")))
                .withMessage("Error: The date field \"" + fields.get(1).id() + "\" takes a date such as 2026-12-31.");
        sandbox.sessions().sign(id, "Buyer 1", Map.of(fields.get(4).id(), "3", fields.get(5).id(), "Card"));

        Map<String, String> values = new LinkedHashMap<>();
        sandbox.sessions().get(id).signer("Buyer 1").fields().forEach(field -> values.put(field.type(), field.value()));
        assertThat(values).containsExactly(Map.entry("SIGNATURE", "Ann Lee"), Map.entry("DATE", "2026-11-21"),
                Map.entry("TEXT", ""), Map.entry("CHECKBOX", "true"), Map.entry("RADIO", "3"), Map.entry("DROPDOWN", "Card"));
        assertThat(sandbox.sessions().get(id).documents().get(0).fields().get(5).value()).isEqualTo("Card");
        assertThat(sandbox.sessions().signAll(id).status()).isEqualTo("Completed");
    }

    @Test
    void rolesThatNobodyHoldsCanBeRemoved() {
        String kept = started("", SIGNER);
        String removed = started("'RemoveUnassignedSignerRoles':true", SIGNER);

        assertThat(roles(kept)).contains("Seller 1", "Byer 1");
        assertThat(roles(removed)).containsOnly("Buyer 1", "buyer 1");
    }

    @Test
    void aCopyHasFieldsOnlyIfTheyAreRetained() {
        String id = started("", SIGNER);
        for (boolean retain : new boolean[] { true, false }) {
            JsonNode copied = client.call("POST", "/rest/v1/sessions/copy", json("{'copyOptions':{'RetainFields':" + retain
                    + "},'session':{'SigningSessionId':'" + id + "'}}"));
            assertThat(tags(copied)).hasSize(retain ? 8 : 0);
            assertStarted(client.start(copied));
            SandboxDocument document = sandbox.sessions().get(Client.id(copied)).documents().get(0);
            assertThat(document.fields()).allSatisfy(field -> assertThat(field.documentId()).isEqualTo(document.id()));
        }
    }

    @Test
    void anUnreadableDocumentKeepsTheSessionFromBeingSentForEver() {
        byte[] truncated = Arrays.copyOf(AGREEMENT, AGREEMENT.length / 2);
        JsonNode created = client.create(body("'Title':'x'", Docx.tagged("broken.docx", truncated) + ","
                + Docx.tagged("picture.png", "\u0089PNG".getBytes(StandardCharsets.ISO_8859_1)), SIGNER));
        clock.advance(Duration.ofDays(1));

        List<String> details = Client.details(client.start(created));

        assertThat(details).hasSize(2);
        assertThat(details.get(0)).startsWith("Document \"broken.docx\": anchor tags cannot be read: the document ");
        assertThat(details.get(1))
                .isEqualTo("Document \"picture.png\": anchor tags are read from Word, Excel and PDF files only.");
        assertThat(client.start(created).path("ReturnValue").asText()).isEqualTo("False");
    }

    @Test
    void aDocumentThatIsNotLookedAtMayHoldAnything() {
        JsonNode created = createReady();

        assertStarted(client.start(created));
        assertThat(tags(created)).isEmpty();
    }

    @Test
    void delimitersAreSettings() {
        try (EsignSandbox other = EsignSandbox.builder().tagProcessing(Duration.ZERO).tagDelimiters('#', '#').tagItemSpace('|')
                .start()) {
            Client its = new Client(other.url());
            JsonNode created = its.create(body("'Title':'x'",
                    Docx.tagged("a.docx", Docx.of("#sig_req_Buyer 1# <sig_req_Buyer 1> #ddl_req_Buyer 1_50_a|b#")), SIGNER));
            assertStarted(its.start(created));

            assertThat(other.sessions().get(Client.id(created)).documents().get(0).fields())
                    .extracting(SandboxField::type, SandboxField::options)
                    .containsExactly(tuple("SIGNATURE", List.of()),
                            tuple("DROPDOWN", List.of("a b")));
        }
    }

    @Test
    void aBombIsRefusedWhileOthersAreServed() throws Exception {
        JsonNode bomb = client.create(body("'Title':'x'", Docx.tagged("bomb.docx", bomb()), SIGNER));
        JsonNode harmless = client.create(body("'Title':'x'", Docx.tagged("a.docx", AGREEMENT), SIGNER));
        clock.advance(Duration.ofSeconds(3));

        assertStarted(client.start(harmless));

        String refusal;
        do {
            refusal = Client.details(client.start(bomb)).get(0);
        } while (refusal.contains("still being processed"));
        assertThat(refusal).startsWith("Document \"bomb.docx\": anchor tags cannot be read: the document ");
    }

    @Test
    void whatWasNotReadYetIsReadAfterARestart(@TempDir Path directory) throws Exception {
        String id;
        EsignSandbox.Builder builder = EsignSandbox.builder().directory(directory).clock(clock);
        try (EsignSandbox first = builder.start()) {
            id = Client.id(new Client(first.url())
                    .create(body("'Title':'x'", Docx.tagged("a.docx", AGREEMENT), SIGNER)));
        }
        Path file = directory.resolve("sessions").resolve(id.substring(0, 2)).resolve(id + ".json");
        // As if it had been killed while it read.
        JsonNode kept = Client.json(Files.readString(file));
        ObjectNode document = (ObjectNode) kept.path("documents").path(0);
        document.put("tags", "PENDING").putArray("fields");
        Files.writeString(file, kept.toString());
        clock.advance(Duration.ofSeconds(3));

        try (EsignSandbox second = builder.start()) {
            Client its = new Client(second.url());
            assertStarted(its.put("/rest/v1/sessions/" + id + "/start?returnUrl=https://example.com"));
            assertThat(second.sessions().get(id).documents().get(0).fields()).hasSize(8);
        }
        try (EsignSandbox third = builder.start()) {
            assertThat(third.sessions().get(id).documents().get(0).fields()).hasSize(8);
        }
    }

    private String started(String info, String signers) {
        JsonNode created = client.create(body("'Title':'x'" + (info.isEmpty() ? "" : "," + info),
                Docx.tagged("a.docx", AGREEMENT), signers));
        clock.advance(Duration.ofSeconds(3));
        assertStarted(client.start(created));
        return Client.id(created);
    }

    private JsonNode tags(JsonNode created) {
        return client.session(created).path("Documents").path(0).path("Tags");
    }

    private List<String> roles(String id) {
        return sandbox.sessions().get(id).documents().get(0).fields().stream().map(SandboxField::role).toList();
    }

    private static void assertStarted(JsonNode answer) {
        assertThat(answer.path("ReturnValue").asText()).as(answer.toString()).isEqualTo("True");
    }

    /** A few hundred kilobytes that would become a gigabyte. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] whole = Docx.of("x");
            try (var in = new ZipInputStream(new ByteArrayInputStream(whole))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!entry.getName().equals("word/document.xml")) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        in.transferTo(zip);
                    }
                }
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] block = "<w:p><w:r><w:t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:t></w:r></w:p>".repeat(16_000)
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 600; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
