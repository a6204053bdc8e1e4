package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The calls beyond create, update, start and get; which status allows what is in {@link SessionRulesTest}. */
class LifecycleTest extends SandboxTest {

    private static final String RETURN = "?returnURL=https://example.com";
    private static final String BOB = "{'LastName':'Ray','EmailAddress':'bob@example.com','SignerRole':'Seller 1'}";

    @Test
    void aCancelledSessionTellsThoseWhoWereInvited() {
        JsonNode created = sent("", SIGNER + "," + BOB);
        sandbox.sessions().sign(Client.id(created), "Seller 1");

        done(client.put(path(created, "cancel" + RETURN)));

        assertThat(sandbox.sessions().get(Client.id(created)).signers()).extracting(SandboxSigner::status)
                .containsExactly("Cancelled", "Completed");
        assertThat(mailsTo("CANCELLED")).containsExactly("ann@example.com", "bob@example.com");
    }

    @Test
    void aClosedSessionIsCompletedWithTheSignaturesItHas() {
        JsonNode created = sent("", SIGNER + "," + BOB);
        sandbox.sessions().sign(Client.id(created), "Buyer 1");

        done(client.put(path(created, "close" + RETURN)));

        SandboxSession session = sandbox.sessions().get(Client.id(created));
        assertThat(session.status()).isEqualTo("Completed");
        assertThat(session.signers()).extracting(SandboxSigner::status).containsExactly("Completed", "Cancelled");
        assertThat(mailsTo("COMPLETED")).containsExactly("ann@example.com", "owner@example.com");
    }

    @Test
    void aPausedSessionIsEditedAndSentAgain() {
        JsonNode created = sent("", SIGNER);

        JsonNode paused = client.put("/rest/v1/sessions/EditSession/" + Client.id(created));
        assertThat(paused.path("Sessions").path(0).path("SessionInfo").path("StatusCode").intValue()).isEqualTo(6);
        client.update(updateBody(created, "", "", BOB));
        assertThat(sandbox.sessions().get(Client.id(created)).signer("Seller 1").status()).isEqualTo("PendingInvite");
        done(client.start(created));

        assertThat(sandbox.sessions().get(Client.id(created)).signers()).extracting(SandboxSigner::status)
                .containsOnly("Invited");
        assertThat(mailsTo("INVITATION")).containsExactly("ann@example.com", "ann@example.com", "bob@example.com");
    }

    @Test
    void aDraftStaysOneWhenItIsEdited() {
        JsonNode created = createReady();

        assertThat(client.put("/rest/v1/sessions/EditSession/" + Client.id(created)).path("Message").asText())
                .isEqualTo("Success");
        assertThat(statusOf(created)).isEqualTo(1);
    }

    @Test
    void aPurgeTakesTheDocumentsAway() {
        JsonNode created = completed();
        SandboxDocument before = sandbox.sessions().get(Client.id(created)).documents().get(0);
        String link = "/_sandbox/documents/" + before.id();
        assertThat(client.get(link).body()).hasSize(3);

        done(client.put(path(created, "purge" + RETURN + "&purgeNow=TRUE")));

        assertThat(statusOf(created)).isEqualTo(8);
        assertThat(sandbox.sessions().get(Client.id(created)).documents().get(0).fileName()).isEqualTo("a.docx");
        assertThat(sandbox.sessions().get(Client.id(created)).documents().get(0).size()).isZero();
        assertThat(client.get(link).statusCode()).isEqualTo(404);
        assertThat(mailsTo("PURGE_NOTICE")).as("a purge at once tells nobody").isEmpty();
    }

    @Test
    void aPurgeThatWaitsIsAnnouncedAndCanBeTakenBack() {
        JsonNode created = completed();

        done(client.put(path(created, "purge" + RETURN)));
        assertThat(statusOf(created)).isEqualTo(10);
        assertThat(mailsTo("PURGE_NOTICE")).containsExactly("ann@example.com", "owner@example.com");
        sandbox.clock().advance(Duration.ofHours(71));
        done(client.put("/rest/v1/sessions/cancelPurging/" + Client.id(created)));
        assertThat(statusOf(created)).isEqualTo(3);

        done(client.put(path(created, "purge" + RETURN + "&purgeNow=false")));
        sandbox.clock().advance(Duration.ofHours(72));
        assertThat(statusOf(created)).isEqualTo(8);
    }

    @Test
    void aPurgeNeedsAReturnUrlAndATruthValue() {
        JsonNode created = completed();

        assertThat(Client.details(client.put(path(created, "purge")))).containsExactly("The returnUrl is missing.");
        assertThat(Client.details(client.put(path(created, "cancel?returnURL=x"))))
                .containsExactly("The returnUrl is not an http or https address.");
        assertThat(client.send(client.withToken(path(created, "purge" + RETURN + "&purgeNow=soon"))
                .PUT(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(400);
        assertThat(statusOf(created)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({ "DELETED,deleted", "EXPIRED,expired", "ARCHIVED,archived" })
    void listsHaveTheirSessionsInPages(String status, String list) {
        for (int i = 0; i < 3; i++) {
            JsonNode created = sent("'ExpiresOn':'2026-12-01'", SIGNER);
            switch (status) {
                case "DELETED" -> done(client.call("DELETE", "/rest/v1/sessions/" + Client.id(created), ""));
                case "ARCHIVED" -> done(client.put(path(created, "close" + RETURN)));
                default -> assertThat(status).isEqualTo("EXPIRED");
            }
        }
        sandbox.clock().advance(Duration.ofDays(31));

        JsonNode first = client.list("/rest/v1/sessions/" + list + "/2/0");
        JsonNode second = client.list("/rest/v1/sessions/" + list + "/2/1");

        assertThat(first.path("TotalCount").intValue()).isEqualTo(3);
        assertThat(first.path("SigningSessionIds")).hasSize(2);
        assertThat(second.path("SigningSessionIds")).hasSize(1);
        assertThat(client.list("/rest/v1/sessions/" + list + "/0/0").path("Message").asText()).isEqualTo("Error");
    }

    @Test
    void aCopyIsADraftOfItsOwn() {
        JsonNode created = sent("'TransactionId':'t-1','ExpiresOn':'2026-12-01'", SIGNER + "," + BOB);

        JsonNode copied = copy(created, "'RetainFields':true", "'TransactionId':'t-2','TransactionTitle':'Deal'", "");

        assertThat(copied.path("Message").asText()).as(copied.toString()).isEqualTo("Success");
        JsonNode copy = client.session(copied);
        JsonNode info = copy.path("SessionInfo");
        assertThat(Client.id(copied)).isNotEqualTo(Client.id(created));
        assertThat(info.path("StatusCode").intValue()).isEqualTo(1);
        assertThat(info.path("ExpiresOn").isNull()).isTrue();
        assertThat(info.path("TransactionId").asText()).isEqualTo("t-2");
        assertThat(info.path("TransactionTitle").asText()).isEqualTo("Deal");
        assertThat(copy.path("Signers").findValuesAsText("StatusCode")).containsExactly("1", "1");
        assertThat(copy.path("Signers").findValuesAsText("SignerId"))
                .doesNotContainAnyElementsOf(client.session(created).path("Signers").findValuesAsText("SignerId"));
        assertThat(sandbox.sessions().get(Client.id(copied)).documents().get(0).size()).isEqualTo(3);
        done(client.start(copied));
        done(client.put(path(created, "cancel" + RETURN)));
        assertThat(statusOf(copied)).isEqualTo(2);
    }

    @Test
    void aCopyKeepsReaddressesAndAddsSigners() {
        JsonNode created = sent("", SIGNER + "," + BOB);
        List<String> ids = client.session(created).path("Signers").findValuesAsText("SignerId");

        JsonNode copied = copy(created, "", "",
                "{'SignerId':'" + ids.get(0) + "','EmailAddress':'new@example.com'},{'SignerId':'"
                        + ids.get(1) + "'},{'EmailAddress':'cyd@example.com'}");

        assertThat(client.session(copied).path("Signers").findValuesAsText("EmailAddress"))
                .containsExactly("new@example.com", "bob@example.com", "cyd@example.com");
        assertThat(client.session(copied).path("Signers").findValuesAsText("LastName")).containsExactly("Lee", "Ray", "cyd");
        assertThat(Client.details(copy(created, "", "", "{'SignerId':'" + NO_GUID + "'}")))
                .containsExactly("Error: Signer " + NO_GUID + " not found in the signing session.");
        assertThat(Client.details(copy(created, "", "'ExpiresOn':'2020-01-01'", "")))
                .containsExactly("Error: ExpiresOn must not lie in the past.");
    }

    @Test
    void aTransactionIdIsReplacedAndFound() {
        JsonNode created = client.create(body("'Title':'x','TransactionId':'old'", DOCUMENT, SIGNER));
        String body = "{'userName':'owner@example.com','signingSessionId':'%s','newTransactionId':'%s'}";

        done(client.call("PUT", "/rest/v1/transaction/UpdateTxId", json(body.formatted(Client.id(created), "new id"))));

        for (String version : List.of("v1", "v2")) {
            String found = "/rest/" + version + "/users/owner@example.com/transactions/";
            JsonNode answer = client.list(found + "new%20id");
            assertThat(answer.path("Sessions")).hasSize(1);
            assertThat(Client.id(answer)).isEqualTo(Client.id(created));
            assertThat(client.list(found + "old").path("Sessions")).isEmpty();
            assertThat(client.list(found + "old").path("Message").asText()).isEqualTo("Success");
        }
        assertThat(Client.details(client.call("PUT", "/rest/v1/transaction/UpdateTxId",
                json(body.formatted(Client.id(created), "")))))
                .containsExactly("Error: newTransactionId is required.");
    }

    @Test
    void theActionLogTellsWhatHappened() {
        JsonNode created = sent("", SIGNER);

        JsonNode log = client.list(path(created, "actionlogs")).path("Actionlog");

        assertThat(log.findValuesAsText("Description")).containsExactly("Session created by owner@example.com.",
                "Session sent.", "Invitation sent to Ann Lee (ann@example.com).");
        assertThat(log.path(0).path("Date").asText()).isEqualTo("/Date(" + MutableClock.NOW.toEpochMilli() + ")/");
        assertThat(log.path(0).path("IPAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(Client.details(client.list("/rest/v1/sessions/" + NO_GUID + "/actionlogs")))
                .containsExactly("Error: Signing session not found.");
    }

    @Test
    void signersAreReaddressedAndInvitedAgain() {
        JsonNode created = sent("", SIGNER);
        String id = client.session(created).path("Signers").path(0).path("SignerId").asText();

        JsonNode updated = client.call("PUT", "/rest/v1/signers", json("{'username':'owner@example.com','signingSessionId':'"
                + Client.id(created) + "','signers':[{'SignerId':'" + id + "','EmailAddress':'new@example.com'}," + BOB
                + ",{'LastName':'Poe','EmailAddress':'cyd@example.com','SignerRole':'buyer 1'}]}"));

        assertThat(Client.details(updated)).containsExactly(
                "Error: Signer cyd@example.com was not added: the role \"buyer 1\" is held by another signer.");
        assertThat(updated.path("Signers").findValuesAsText("EmailAddress"))
                .containsExactly("new@example.com", "bob@example.com");
        assertThat(mailsTo("INVITATION")).containsExactly("ann@example.com", "new@example.com", "bob@example.com");
    }

    @Test
    void invitationsAreSentOnDemand() {
        JsonNode created = sent("'SendSignerInvites':false", SIGNER + "," + BOB);
        String id = client.session(created).path("Signers").path(1).path("SignerId").asText();
        assertThat(mailsTo("INVITATION")).isEmpty();

        done(invite(created, "{'SignerId':'" + id + "','Sequence':0,'FirstName':'Rob','StateCode':0,'StatusCode':1}"));

        assertThat(mailsTo("INVITATION")).containsExactly("bob@example.com");
        assertThat(sandbox.sessions().get(Client.id(created)).signer("Seller 1").firstName()).isEqualTo("Rob");
        assertThat(Client.details(invite(created, "{'SignerId':'" + NO_GUID + "'}")))
                .containsExactly("Error: Signer not found in the signing session.");
        assertThat(Client.details(invite(created, ""))).containsExactly("Error: signerList is required.");
        sandbox.sessions().sign(Client.id(created), "Seller 1");
        assertThat(Client.details(invite(created, "{'SignerId':'" + id + "'}")))
                .containsExactly("Error: Signer bob@example.com is Completed and cannot be invited.");
    }

    @Test
    void linksForTheClientToDeliverAreTheSameAsInTheMail() {
        JsonNode created = sent("", SIGNER);
        String id = client.session(created).path("Signers").path(0).path("SignerId").asText();
        URI mailed = sandbox.mails().get(0).links().get(0).url();

        String token = client.list("/rest/v1/signers/" + id.toUpperCase() + "/token").path("ReturnValue").asText();
        JsonNode urls = client.list("/_sandbox/operations/invite-urls/" + Client.id(created)).path("InviteUrls");

        assertThat(mailed).hasToString(sandbox.url() + "/sign/" + token);
        assertThat(urls.path(0).path("InviteUrl").asText()).isEqualTo(mailed.toString());
        assertThat(urls.path(0).path("SignerId").asText()).isEqualTo(id);
        assertThat(sandbox.sessions().get(Client.id(created)).signers().get(0).signUrl()).isEqualTo(mailed);
        assertThat(Client.details(client.list("/rest/v1/signers/" + NO_GUID + "/token")))
                .containsExactly("Error: Signer not found.");
    }

    @Test
    void whatSignersUploadIsListedInPagesAndSigned() throws Exception {
        JsonNode created = sent("", SIGNER);
        String id = client.session(created).path("Signers").path(0).path("SignerId").asText();
        for (String name : List.of("a.png", "b.png", "c.png")) {
            sandbox.sessions().upload(Client.id(created), "buyer 1", name, name.getBytes(StandardCharsets.UTF_8));
        }
        String path = "/rest/v1/signer/docs/owner@example.com/" + Client.id(created) + "/" + id;

        JsonNode page = client.list(path + "/1/2");

        assertThat(page.path("TotalCount").intValue()).isEqualTo(3);
        assertThat(page.path("Documents").findValuesAsText("Title")).containsExactly("c.png");
        assertThat(page.path("Documents").path(0).path("Size").intValue()).isEqualTo(5);
        HttpResponse<String> download = client.get(
                URI.create(page.path("Documents").path(0).path("DownloadUrl").asText()).getPath());
        assertThat(download.body()).isEqualTo("c.png");
        assertThat(download.headers().firstValue("Content-Disposition")).hasValue("attachment; filename*=UTF-8''c.png");
        sandbox.sessions().signAll(Client.id(created));
        assertThat(client.list("/_sandbox/operations/session-files/" + Client.id(created)).path("SessionFiles")
                .findValuesAsText("FileName")).containsExactly("a.docx", "a.png", "b.png", "c.png");
    }

    @Test
    void signedDocumentsAreArraysOfNumbers() {
        JsonNode created = client.create(body("'Title':'x'", DOCUMENT + ",{'FormId':'lease (2)'}", SIGNER));
        client.start(created);
        sandbox.sessions().signAll(Client.id(created));

        JsonNode files = client.list("/_sandbox/operations/session-files/" + Client.id(created));

        assertThat(files.path("SessionFiles").path(0).toString()).isEqualTo(json(
                "{'FileName':'a.docx','FileBytes':[1,2,3]}"));
        assertThat(files.path("SessionFiles").path(1).path("FileName").asText()).isEqualTo("lease (2).pdf");
        StringBuilder pdf = new StringBuilder();
        files.path("SessionFiles").path(1).path("FileBytes").forEach(octet -> pdf.append((char) octet.asInt()));
        assertThat(pdf).startsWith("%PDF-").contains("From the template lease \\(2\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "rest/v1/sessions/{sessionId}/files", "rest/v1/files?a=b&id={sessionId}&user={userName}" })
    void operationsWithoutAnAddressAreServedWhereTheSettingsSay(String uri) {
        try (EsignSandbox other = EsignSandbox.builder().users("owner@example.com")
                .operation(UnpublishedOperation.SESSION_FILES, "post", "/" + uri).start()) {
            Client its = new Client(other.url());
            JsonNode created = its.create(body("'Title':'x'", DOCUMENT, SIGNER));
            its.start(created);
            other.sessions().signAll(Client.id(created));

            String path = "/" + uri.replace("{sessionId}", Client.id(created)).replace("{userName}", "owner%40example.com");
            assertThat(its.call("POST", path, "").path("SessionFiles")).hasSize(1);
            assertThat(its.get("/_sandbox/operations/session-files/" + Client.id(created)).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a/{id}", "a/x{sessionId}", "a?{sessionId}", "a#b", "a b?x={sessionId}y" })
    void anAddressThatIsNoneIsRefused(String uri) {
        assertThatIllegalArgumentException().isThrownBy(
                () -> EsignSandbox.builder().operation(UnpublishedOperation.INVITE_URLS, "GET", uri));
        assertThatIllegalArgumentException().isThrownBy(
                () -> EsignSandbox.builder().operation(UnpublishedOperation.INVITE_URLS, "PATCH", "a"));
    }

    @Test
    void testsActForSigners() {
        JsonNode created = sent("'AllowDelegation':true,'UseSequence':1,'Password':'p'",
                SIGNER.replace("}", ",'MandateDocUpload':true}") + "," + BOB);
        SandboxSessions sessions = sandbox.sessions();
        String id = Client.id(created);

        assertThatIllegalStateException().isThrownBy(() -> sessions.sign(id, "Seller 1"))
                .withMessage("Error: It is not this signer's turn yet.");
        assertThatIllegalArgumentException().isThrownBy(() -> sessions.sign(id, "King"));
        assertThatIllegalArgumentException().isThrownBy(() -> sessions.get(NO_GUID));
        assertThat(sessions.delegate(id, "buyer 1", "Zoe", "Fox", "zoe@example.com").signer("Buyer 1").email())
                .isEqualTo("zoe@example.com");
        assertThatIllegalStateException().isThrownBy(() -> sessions.sign(id, "Buyer 1", Map.of("nothing", "x")));
        assertThat(sessions.sign(id, "Buyer 1", Map.of("signature", "Z. Fox")).signer("Buyer 1").fields())
                .extracting(SandboxField::value).containsExactly("Z. Fox");
        assertThat(sessions.signAll(id).status()).isEqualTo("Completed");
        assertThat(sessions.get(id).signer("Buyer 1").uploads()).hasSize(1);
        assertThat(sessions.findByTransactionId("nothing")).isEmpty();
        assertThat(sessions.list()).extracting(SandboxSession::id).containsExactly(id);
        assertThat(sessions.list() + "" + sandbox.mails()).doesNotContain("Offer", "Zoe", "example.com");
    }

    @Test
    void aDeclinedSessionTellsTheReasonAndWaits() {
        JsonNode created = sent("", SIGNER + "," + BOB);

        sandbox.sessions().decline(Client.id(created), "Buyer 1", "No");
        assertThat(sandbox.sessions().signAll(Client.id(created)).status()).isEqualTo("InSent");

        assertThat(client.session(created).path("Signers").path(0).path("DeclinedReason").asText()).isEqualTo("No");
        done(client.put(path(created, "close")));
        assertThat(statusOf(created)).isEqualTo(3);
    }

    private JsonNode sent(String info, String signers) {
        JsonNode created = client.create(body("'Title':'Offer'" + (info.isEmpty() ? "" : "," + info), DOCUMENT, signers));
        done(client.start(created));
        return created;
    }

    private JsonNode completed() {
        JsonNode created = sent("", SIGNER);
        sandbox.sessions().signAll(Client.id(created));
        return created;
    }

    private JsonNode copy(JsonNode created, String options, String info, String signers) {
        return client.call("POST", "/rest/v1/sessions/copy", json("{'copyOptions':{'Version':0" + (options.isEmpty() ? "" : ",")
                + options + "},'session':{'SigningSessionId':'" + Client.id(created) + "','SessionInfo':{" + info
                + "},'Signers':[" + signers + "]}}"));
    }

    private JsonNode invite(JsonNode created, String signers) {
        return client.call("PUT", "/rest/v1/signers/invite", json("{'signerList':[" + signers + "],'signingSessionId':'"
                + Client.id(created) + "','returnURL':'https://example.com'}"));
    }

    private static String path(JsonNode created, String rest) {
        return "/rest/v1/sessions/" + Client.id(created) + "/" + rest;
    }

    private static void done(JsonNode answer) {
        assertThat(answer.path("ReturnValue").asText()).as(answer.toString()).isEqualTo("True");
    }

    private List<String> mailsTo(String kind) {
        return sandbox.mails().stream().filter(mail -> mail.kind().equals(kind)).map(SandboxMail::to).toList();
    }
}
