package dev.esign.cli;

import static dev.esign.cli.Samples.BUYER;
import static dev.esign.cli.Samples.DOCX;
import static dev.esign.cli.Samples.PDF;
import static dev.esign.cli.Samples.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.esign.cli.Esign.Result;
import dev.esign.cli.Esign.Running;
import dev.esign.sandbox.EsignSandbox;

/** What can be done with sessions, each command as a process. */
class SessionIT {

    private static final String DEAL = "--transaction-id=deal 7";

    @TempDir
    Path directory;

    private EsignSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

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

    private static String sizeIn(Result result) {
        return result.out().lines().findFirst().orElseThrow().replaceFirst(".* of ", "");
    }

    @Test
    void itsEndIsReachedInEveryWay() throws Exception {
        String id = send();

        JsonNode invited = json(done("invite", id, "--role", "Buyer 1", "--json"));
        assertThat(invited.get("roles")).extracting(JsonNode::textValue).containsExactly("Buyer 1");
        Result nobody = esign().run("invite", id, "--role", "Buyer 2");
        assertThat(nobody.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(nobody.err()).contains("'Buyer 2'", "Buyer 1, Seller 1");

        JsonNode copy = json(done("copy", id, "--new-transaction-id", "deal 8", "--title", "Second try", "--json"));
        assertThat(copy.get("copiedFrom").textValue()).isEqualTo(id);
        done("delete", "--transaction-id", "deal 8");
        assertThat(done("list", "--deleted").out()).contains(copy.get("sessionId").textValue());

        assertThat(done("pause", id).out()).isEqualTo("paused     session " + id + "\n");
        done("cancel", id);
        assertThat(status(id)).isEqualTo("Cancelled");
        done("purge", id);
        done("purge", id, "--undo");
        assertThat(status(id)).isEqualTo("Cancelled");
        done("purge", id, "--now");
        assertThat(status(id)).isEqualTo("Purged");

        String other = send("--transaction-id", "deal 9");
        done("close", other);
        assertThat(status(other)).isEqualTo("Completed");
        Result again = esign().run("close", other, "--json");
        assertThat(again.exitCode()).isEqualTo(ExitCodes.REFUSED);
        JsonNode error = json(again).get("error");
        assertThat(error.get("kind").textValue()).isEqualTo("refused");
        assertThat(error.get("operation").textValue()).isEqualTo("CloseSession");
        assertThat(error.get("sessionId").textValue()).isEqualTo(other);
    }

    @Test
    void aWatchTellsEachChangeAndHowItEnded() throws Exception {
        String id = send();
        try (Running watch = esign().start("status", id, "--watch", "--interval", "100ms");
                Running script = esign().start("status", id, "--watch", "--interval", "100ms", "--json")) {
            watch.await(() -> watch.said().contains("signed     0 of 2"));
            script.await(() -> script.said().contains("}\n"));
            sandbox.sessions().sign(id, "Seller 1");
            watch.await(() -> watch.said().contains("Seller 1: Invited -> Completed"));
            script.await(() -> script.said().lines().count() == 2);
            sandbox.sessions().sign(id, "Buyer 1");

            Result ended = watch.end();
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out()).containsPattern("(?m)^\\d\\d:\\d\\d:\\d\\d +session: InSent -> Completed$");
            Result lines = script.end();
            assertThat(lines.out().lines().map(SessionIT::read).map(line -> line.get("status").textValue())).endsWith(
                    "Completed").startsWith("InSent");
        }

        String other = send("--transaction-id", "deal 9");
        esign().run("cancel", other);
        assertThat(esign().run("status", other, "--watch").exitCode()).isEqualTo(ExitCodes.FINDINGS);
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

    private String send(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("send", DOCX, "--signer", SELLER, "--signer", BUYER, "--json"));
        words.addAll(List.of(more));
        return json(done(words.toArray(String[]::new))).get("sessionId").textValue();
    }

    private String status(String id) throws Exception {
        return json(done("status", id, "--json")).get("status").textValue();
    }

    private Result done(String... words) throws Exception {
        Result result = esign().run(words);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.err()).isEmpty();
        return result;
    }

    private Esign esign() {
        return Esign.at(sandbox.url().toString(), directory);
    }

    /** The whole of standard output, which has to be one line. */
    private static JsonNode json(Result result) {
        assertThat(result.out()).hasLineCount(1);
        return read(result.out());
    }

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(text, noJson);
        }
    }
}
