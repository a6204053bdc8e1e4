package dev.esign.cli;

import static dev.esign.cli.Samples.BUYER;
import static dev.esign.cli.Samples.DOCX;
import static dev.esign.cli.Samples.PDF;
import static dev.esign.cli.Samples.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.cli.Esign.Result;

/** Making sessions, and seeing what is in them. */
class SessionIT extends SandboxedCommands {

    @Test
    void aSessionIsMadeStepByStepAndAllOfItIsSeen() throws Exception {
        JsonNode created = json(done("create", DOCX, DEAL, "--signer", SELLER, "--json", "--expires-on",
                LocalDate.now().plusDays(20).toString(), "--remind-every", "3"));
        String id = created.get("sessionId").textValue();
        assertThat(created.get("done").textValue()).isEqualTo("created");
        assertThat(created.get("findings")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.get("code").textValue()).isEqualTo("ROLE_WITHOUT_SIGNER");
            assertThat(finding.get("place").textValue()).startsWith("document, paragraph");
            assertThat(finding.get("cure").textValue()).contains("signer");
        });

        JsonNode again = json(done("create", DOCX, PDF, DEAL, "--signer", SELLER, "--json"));
        assertThat(again.get("sessionId").textValue()).isEqualTo(id);
        assertThat(again.get("done").textValue()).isEqualTo("found");

        Result updated = done("update", DEAL, "--signer", BUYER, "--title", "Both agree");
        assertThat(updated.out())
                .isEqualTo("upload     changes: 100 % of " + sizeIn(updated) + "\nupdated    session " + id + "\n");

        assertThat(done("start", DEAL).out()).contains("started    session " + id);

        Result status = done("status", id);
        assertThat(status.out()).contains("status     InSent", "title      Both agree", "transaction deal 7",
                "document   purchase-agreement.docx\ndocument   purchase-agreement.pdf\n", "signer     Seller 1: Invited",
                "signed     0 of 2").doesNotContain("Ada", "example.com", "\033");
        JsonNode people = json(done("status", DEAL, "--json", "--show-people"));
        assertThat(people.get("expiresOn").textValue()).contains("T00:00:00Z");
        assertThat(people.get("documents").get(0).get("fileName").textValue()).isEqualTo("purchase-agreement.docx");
        assertThat(people.get("signers").get(1).get("email").textValue()).isEqualTo("alan@example.com");

        assertThat(done("log", id).out()).containsPattern("(?m)^\\d{4}-\\S+Z  Session sent");
        assertThat(done("sign-in-url", id).out()).matches("http://127\\.0\\.0\\.1:\\S+token=[^*&]{20,}&\\S+\n");
    }

    @Test
    void whatIsntThereOrNotClearIsRefused() throws Exception {
        Result unknown = esign().run("cancel", "--transaction-id", "nobody's");
        assertThat(unknown.exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(unknown.err()).contains("there is no session with this transaction id");

        assertThat(json(done("list", DEAL, "--json"))).isEmpty();
        assertThat(esign().run("status").err()).contains("Missing session");
        assertThat(esign().run("status", "X", DEAL).err()).contains("give one of them");
        Result nothing = esign().run("update", "X");
        assertThat(nothing.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(nothing.err()).contains("Missing change");
    }

    @Test
    void wrongTagsCanKeepDocumentsFromBeingSent() throws Exception {
        Result refused = esign().run("send", DOCX, "--signer", SELLER, "--lint", "refuse");

        assertThat(refused.exitCode()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(refused.out()).contains("error      purchase-agreement.docx, document, paragraph 6",
                "txt_req_Buyer 1_120_10", "cure: ");
        assertThat(refused.err()).contains("nothing was sent").doesNotContain("WARN");
        assertThat(sandbox.sessions().list()).isEmpty();

        Result bySetting = esign().variable("QUARKUS_ESIGN_ANCHOR_TAGS_CHECK", "refuse").run("send", DOCX, "--signer", SELLER);
        assertThat(bySetting.exitCode()).isEqualTo(ExitCodes.FINDINGS);
        Result off = done("send", DOCX, "--signer", SELLER, "--lint", "off");
        assertThat(off.out() + off.err()).doesNotContain("ROLE_WITHOUT_SIGNER", "Buyer 1_");
    }

    @Test
    void whatWasBrokenOffIsGoneOnWithAndNeverMadeTwice() throws Exception {
        done("create", DOCX, DEAL, "--signer", SELLER, "--signer", BUYER);

        Result sent = done("send", DOCX, PDF, DEAL, "--signer", SELLER, "--signer", BUYER);
        Result again = done("send", DOCX, PDF, DEAL, "--signer", SELLER, "--signer", BUYER, "--json");

        assertThat(sent.out()).contains("found ", "updated    with purchase-agreement.pdf", "started ")
                .doesNotContain("with purchase-agreement.docx", "created ");
        assertThat(json(again).get("done").textValue()).isEqualTo("found");
        JsonNode all = json(done("list", DEAL, "--json"));
        assertThat(all).hasSize(1);
        assertThat(json(done("status", DEAL, "--json")).get("documents")).hasSize(2);

        done("cancel", DEAL);
        Result cancelled = esign().run("send", DOCX, DEAL, "--signer", SELLER);
        assertThat(cancelled.exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(cancelled.err()).contains("another --transaction-id");
        assertThat(cancelled.out()).doesNotContain("stays as it is");
    }

    private static String sizeIn(Result result) {
        return result.out().lines().findFirst().orElseThrow().replaceFirst(".* of ", "");
    }
}
