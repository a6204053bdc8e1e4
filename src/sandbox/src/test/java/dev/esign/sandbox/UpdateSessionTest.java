package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.Surroundings;

class UpdateSessionTest extends SandboxTest {

    private static final String BOB = "{'LastName':'Ray','EmailAddress':'bob@example.com','SignerRole':'Seller 1'}";

    @Test
    void replacesWhatIsGivenAndKeepsTheRest() {
        JsonNode created = client.create(body("'Title':'Offer','TransactionId':'t-1','UseSequence':1", DOCUMENT, SIGNER));

        JsonNode updated = client.update(updateBody(created, "'Title':'Better offer','UseSequence':null", "", ""));

        assertThat(updated.path("Message").asText()).isEqualTo("Success");
        JsonNode info = client.session(created).path("SessionInfo");
        assertThat(info.path("Title").asText()).isEqualTo("Better offer");
        assertThat(info.path("TransactionId").asText()).isEqualTo("t-1");
        assertThat(info.path("UseSequence").intValue()).isEqualTo(1);
        assertThat(client.session(created).path("Documents")).hasSize(1);
        assertThat(client.session(created).path("Signers")).hasSize(1);
    }

    @Test
    void findsTheSessionByTheIdInSessionInfoToo() {
        JsonNode created = createReady();

        JsonNode updated = client.update(json("""
                {'userName':'o@example.com','session':{'SessionInfo':{'Id':'%s','Title':'New'}}}""")
                .formatted(Client.id(created).toUpperCase()));

        assertThat(updated.path("Message").asText()).isEqualTo("Success");
        assertThat(client.session(created).path("SessionInfo").path("Title").asText()).isEqualTo("New");
    }

    @Test
    void addsDocumentsAtTheirPlace() {
        JsonNode created = client.create(body("'Title':'x'",
                "{'FileName':'1.pdf','FileBytes':[1]},{'FileName':'3.pdf','FileBytes':[1],'Sequence':3}", ""));

        client.update(updateBody(created, "", "{'FileName':'2.pdf','FileBytes':[1],'Sequence':2},"
                + "{'FileName':'4.pdf','FileBytes':[1],'Sequence':0}", ""));

        assertThat(client.session(created).path("Documents")).extracting(document -> document.path("FileName").asText())
                .containsExactly("1.pdf", "2.pdf", "3.pdf", "4.pdf");
    }

    @Test
    void addsASigner() {
        JsonNode created = createReady();

        client.update(updateBody(created, "", "", BOB));

        assertThat(client.session(created).path("Signers")).extracting(signer -> signer.path("EmailAddress").asText())
                .containsExactly("ann@example.com", "bob@example.com");
    }

    @Test
    void leavesOutASignerWhoseRoleIsTakenAndAppliesTheRest() {
        JsonNode created = createReady();

        JsonNode updated = client.update(updateBody(created, "'Title':'New'", DOCUMENT,
                BOB + ",{'LastName':'Poe','EmailAddress':'cyd@example.com','SignerRole':'BUYER 1'}"));

        assertThat(updated.path("Message").asText()).isEqualTo("Error");
        assertThat(Client.details(updated)).containsExactly(
                "Error: Signer cyd@example.com was not added: the role \"BUYER 1\" is held by another signer.");
        assertThat(Client.id(updated)).isEqualTo(Client.id(created));
        JsonNode session = client.session(created);
        assertThat(session).isEqualTo(updated.path("Sessions").path(0));
        assertThat(session.path("SessionInfo").path("Title").asText()).isEqualTo("New");
        assertThat(session.path("Documents")).hasSize(2);
        assertThat(session.path("Signers")).hasSize(2);
    }

    @Test
    void updatesTheSignerWithTheSameRoleAndAddress() {
        JsonNode created = createReady();

        client.update(updateBody(created, "", "",
                "{'LastName':'Lee-Poe','EmailAddress':'ANN@example.com','SignerRole':'Buyer 1'}"));

        JsonNode signers = client.session(created).path("Signers");
        assertThat(signers).hasSize(1);
        assertThat(signers.path(0).path("LastName").asText()).isEqualTo("Lee-Poe");
        assertThat(signers.path(0).path("FirstName").asText()).isEqualTo("Ann");
    }

    @Test
    void updatesTheSignerWithTheSameId() {
        JsonNode created = client.create(body("'Title':'x'", "", SIGNER + "," + BOB));
        String ann = client.session(created).path("Signers").path(0).path("SignerId").asText();

        client.update(updateBody(created, "", "", "{'SignerID':'" + ann + "','EmailAddress':'new@example.com'}"));
        JsonNode clash = client.update(updateBody(created, "", "", "{'SignerID':'" + ann + "','SignerRole':'Seller 1'}"));

        assertThat(Client.details(clash)).singleElement().asString().contains("new@example.com", "Seller 1");
        JsonNode signers = client.session(created).path("Signers");
        assertThat(signers).hasSize(2);
        assertThat(signers.path(0).path("EmailAddress").asText()).isEqualTo("new@example.com");
        assertThat(signers.path(0).path("LastName").asText()).isEqualTo("Lee");
        assertThat(signers.path(0).path("SignerRole").asText()).isEqualTo("Buyer 1");
    }

    @Test
    void invitesASignerWhoJoinsASentSession() {
        JsonNode created = createReady();
        client.start(created);

        client.update(updateBody(created, "", "", BOB));

        assertThat(client.session(created).path("Signers")).extracting(signer -> signer.path("StatusCode").intValue())
                .containsExactly(2, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "7c9e6679-7425-40de-944b-e07fc1f90ae7", NO_GUID, "", "x" })
    void refusesAnUnknownSession(String id) {
        JsonNode updated = client.update(json("{'userName':'o@example.com','session':{'Id':'" + id + "'}}"));

        assertThat(updated.path("Message").asText()).isEqualTo("Error");
        assertThat(Client.details(updated)).containsExactly("Error: Signing session not found.");
        assertThat(Client.id(updated)).isEqualTo(NO_GUID);
    }

    @Test
    void refusesAsAWholeWhatACreateWouldRefuse() {
        JsonNode created = createReady();
        JsonNode before = client.session(created);

        assertThat(Client.details(client.update(updateBody(created, "'Title':'New'", "{'FileName':'b.pdf'}", BOB))))
                .containsExactly("Error: b.pdf did not upload.");
        assertThat(Client.details(client.update(updateBody(created, "'Title':'New'", DOCUMENT, "{'LastName':'Ray'}"))))
                .containsExactly("Error: All signers must have a last name and valid email address.");
        assertThat(Client.details(client.update(updateBody(created, "'Title':''", DOCUMENT, ""))))
                .containsExactly("Error: Title is required.");
        assertThat(Client.details(client.update(updateBody(created, "'ExpiresOn':'2020-01-01'", DOCUMENT, ""))))
                .containsExactly("Error: ExpiresOn must not lie in the past.");
        assertThat(Client.details(client.update(updateBody(created, "", DOCUMENT, "").replace("owner@example.com", ""))))
                .containsExactly("Error: Username not found.");
        assertThat(client.session(created)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(value = SessionStatus.class, mode = EnumSource.Mode.EXCLUDE, names = { "IN_DRAFT", "IN_SENT", "IN_PAUSED" })
    void refusesASessionThatIsOver(SessionStatus status) throws Exception {
        SigningSession session = session(status);

        assertThatThrownBy(() -> session.update(change("'Title':'New'"), "")).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.details())
                        .containsExactly("Error: The signing session is " + status.label() + " and cannot be updated."));
        assertThat(session.snapshot().contents().title()).isEqualTo("Old");
    }

    @ParameterizedTest
    @EnumSource(value = SessionStatus.class, names = { "IN_DRAFT", "IN_SENT", "IN_PAUSED" })
    void takesASessionThatIsUnderWay(SessionStatus status) throws Exception {
        SigningSession session = session(status);

        assertThat(session.update(change("'Title':'New'"), "")).isEmpty();
        assertThat(session.snapshot().contents().title()).isEqualTo("New");
        assertThat(session.snapshot().status()).isEqualTo(status);
    }

    @Test
    void anExpiredSessionSaysSo() {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'2026-11-23'", "", ""));
        clock.advance(Duration.ofDays(2));

        JsonNode updated = client.update(updateBody(created, "'ExpiresOn':'2026-12-24'", "", ""));

        assertThat(Client.details(updated)).singleElement().asString().contains("Expired");
    }

    @Test
    void anUpdateCanPutExpiryOff() {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'2026-11-23'", "", ""));
        client.update(updateBody(created, "'ExpiresOn':'2026-11-25'", "", ""));

        clock.advance(Duration.ofDays(2));

        assertThat(statusOf(created)).isEqualTo(1);
    }

    @Test
    void concurrentUpdatesOfOneSessionAllCount() throws Exception {
        JsonNode created = createReady();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<JsonNode>> updates = IntStream.range(0, 40).<Callable<JsonNode>> mapToObj(i -> () -> client
                    .update(updateBody(created, "", "{'FileName':'" + i + ".pdf','FileBytes':[1]}", ""))).toList();
            for (Future<JsonNode> future : threads.invokeAll(updates)) {
                assertThat(future.get().path("Message").asText()).isEqualTo("Success");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(client.session(created).path("Documents")).hasSize(41)
                .extracting(document -> document.path("Sequence").intValue()).doesNotHaveDuplicates();
    }

    private SigningSession session(SessionStatus status) throws Exception {
        SigningSession session = SigningSession.create("id", change("'Title':'Old'"),
                Surroundings.of(clock, Duration.ZERO), "");
        session.moveTo(status);
        return session;
    }

    private static SessionChange change(String info) throws MalformedRequestException {
        return SessionChange.of(Client.json(body(info, "", "")), MutableClock.NOW);
    }
}
