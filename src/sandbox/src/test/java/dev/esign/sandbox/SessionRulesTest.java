package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.session.AuthenticationStep;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.StandIn;
import dev.esign.sandbox.session.Visits;

/** Walks the tables of docs/sandbox-rules.md, so that they stay true. */
class SessionRulesTest extends SandboxTest {

    private static final String REFUSED = "–";
    private static final String RETURN = "?returnURL=https://example.com";
    private static final int CALLS = 19;
    private static final int ACTIONS = 5;

    @TestFactory
    Stream<DynamicTest> everyCallInEveryStatus() {
        Table table = Table.read("| Call |");
        assertThat(table.rows()).hasSize(CALLS);
        return table.cells().map(cell -> DynamicTest.dynamicTest(cell.row() + " in " + cell.column(), () -> {
            JsonNode created = sessionIn(cell.column());

            JsonNode answer = call(cell.row(), created);

            boolean allowed = !cell.value().equals(REFUSED);
            assertThat(Client.details(answer)).as(answer.toString()).isEqualTo(
                    allowed ? List.of() : List.of(cell.refusal().replace("{status}", cell.column())));
            assertThat(answer.path("Message").asText()).isEqualTo(allowed ? "Success" : "Error");
            assertThat(sandbox.sessions().get(Client.id(created)).status()).isEqualTo(allowed ? cell.value() : cell.column());
        }));
    }

    @TestFactory
    Stream<DynamicTest> everythingThatCanHappenToASigner() {
        Table table = Table.read("| Action |");
        assertThat(table.rows()).hasSize(ACTIONS);
        return table.cells().map(cell -> DynamicTest.dynamicTest(cell.row() + " when " + cell.column(), () -> {
            Sessions sessions = new Sessions(clock, Duration.ZERO);
            SigningSession session = signerIn(cell.column(), sessions);
            String signerId = session.snapshot().contents().signers().get(1).id();

            if (cell.value().equals(REFUSED)) {
                assertThatThrownBy(() -> act(cell.row(), session, signerId)).isInstanceOfSatisfying(RefusedException.class,
                        refused -> assertThat(refused.details()).allSatisfy(text -> assertThat(text)
                                .contains(cell.refusal().replace("{status}", cell.column()).replace("{email}",
                                        "bob@example.com"))));
            } else {
                act(cell.row(), session, signerId);
            }
            assertThat(session.snapshot().signer(signerId).orElseThrow().status().label())
                    .isEqualTo(cell.value().equals(REFUSED) ? cell.column() : cell.value());
        }));
    }

    @Test
    void aPurgeThatIsCancelledBringsBackWhateverWasBefore() {
        for (String status : List.of("Cancelled", "Expired")) {
            JsonNode created = sessionIn(status);
            client.put("/rest/v1/sessions/" + Client.id(created) + "/purge" + RETURN);
            client.put("/rest/v1/sessions/cancelPurging/" + Client.id(created));
            assertThat(sandbox.sessions().get(Client.id(created)).status()).isEqualTo(status);
        }
    }

    private JsonNode call(String name, JsonNode created) {
        String id = Client.id(created);
        String path = "/rest/v1/sessions/" + id;
        String signer = sandbox.sessions().get(id).signers().get(0).id();
        String body = "{'userName':'o@example.com','signingSessionId':'" + id + "','returnURL':'https://example.com',"
                + "'newTransactionId':'t','signers':[],'signerList':[{'SignerId':'" + signer + "'}]}";
        return switch (name) {
            case "UpdateSession" -> client.update(updateBody(created, "'Title':'New'", "", ""));
            case "StartSession" -> client.start(created);
            case "Edit/Pause Session" -> client.put("/rest/v1/sessions/EditSession/" + id);
            case "CancelSession" -> client.put(path + "/cancel" + RETURN);
            case "CloseSession" -> client.put(path + "/close" + RETURN);
            case "CopySigningSession" -> client.call("POST", "/rest/v1/sessions/copy",
                    json("{'session':{'SigningSessionId':'" + id + "'}}"));
            case "DeleteSession" -> client.call("DELETE", path, "");
            case "PurgeSessionDocs" -> client.put(path + "/purge" + RETURN);
            case "PurgeSessionDocs, purgeNow" -> client.put(path + "/purge" + RETURN + "&purgeNow=true");
            case "CancelPurgingSession" -> client.put("/rest/v1/sessions/cancelPurging/" + id);
            case "UpdateTransactionId" -> client.call("PUT", "/rest/v1/transaction/UpdateTxId", json(body));
            case "Update Signers" -> client.call("PUT", "/rest/v1/signers", json(body));
            case "SendSignerEmailInvites" -> client.call("PUT", "/rest/v1/signers/invite", json(body));
            case "GetSignerInviteToken" -> client.list("/rest/v1/signers/" + signer + "/token");
            case "GetSessionInviteUrls" -> client.list("/_sandbox/operations/invite-urls/" + id);
            case "GetSessionFiles" -> client.list("/_sandbox/operations/session-files/" + id);
            case "GetArchivedSessionFiles" -> client.list("/_sandbox/operations/archived-session-files/" + id);
            case "GetSession" -> client.get(created);
            case "GetSessionActionLogs" -> client.list(path + "/actionlogs");
            default -> throw new IllegalArgumentException("no such call: " + name);
        };
    }

    private JsonNode sessionIn(String status) {
        JsonNode created = client.create(body("'Title':'x','ExpiresOn':'"
                + sandbox.clock().now().plus(Duration.ofDays(3)) + "'", DOCUMENT, SIGNER));
        String id = Client.id(created);
        String path = "/rest/v1/sessions/" + id;
        if (!status.equals("InDraft") && !status.equals("Deleted")) {
            client.start(created);
        }
        if (List.of("Completed", "To Be Purged", "Purged", "Archived").contains(status)) {
            sandbox.sessions().signAll(id);
        }
        switch (status) {
            case "InPaused" -> client.put("/rest/v1/sessions/EditSession/" + id);
            case "Cancelled" -> client.put(path + "/cancel" + RETURN);
            case "Deleted" -> client.call("DELETE", path, "");
            case "Expired" -> sandbox.clock().advance(Duration.ofDays(4));
            case "To Be Purged" -> client.put(path + "/purge" + RETURN);
            case "Purged" -> client.put(path + "/purge" + RETURN + "&purgeNow=true");
            case "Archived" -> sandbox.clock().advance(Duration.ofDays(30));
            default -> assertThat(status).isIn("InDraft", "InSent", "Completed");
        }
        assertThat(sandbox.sessions().get(id).status()).isEqualTo(status);
        return created;
    }

    /** The second of three signers is the one in question; the first and third keep the session from being completed. */
    private SigningSession signerIn(String status, Sessions sessions) throws Exception {
        String signer = "{'LastName':'%s','EmailAddress':'%s@example.com','SignerRole':'%s','Sequence':%d,'AuthMethod':'%s',"
                + "'AuthenticationSettings':{'Password':'p'}}";
        boolean waits = status.equals("PendingInvite");
        SigningSession session = sessions.create(SessionChange.of(Client.json(body(
                "'Title':'x','UseSequence':1,'AllowDelegation':true", "{'FormId':'t'}",
                signer.formatted("Lee", "ann", "a", 1, "None") + "," + signer.formatted("Ray", "bob", "b", waits ? 2 : 1,
                        status.equals("AuthenticationFailed") ? "Password" : "None") + ","
                        + signer.formatted("Poe", "cyd", "c", 3, "None"))),
                clock.instant()), "");
        session.start("https://example.com", "");
        String id = session.snapshot().contents().signers().get(1).id();
        switch (status) {
            case "InProgress" -> session.open(id, "");
            case "Completed" -> new StandIn(session).sign(id, Map.of());
            case "Declined" -> new StandIn(session).decline(id, "No");
            case "Delegated" -> act("delegates", session, id);
            case "AuthenticationFailed" -> lock(session, sessions);
            default -> assertThat(status).isIn("PendingInvite", "Invited");
        }
        assertThat(session.snapshot().signer(id).orElseThrow().status().label()).isEqualTo(status);
        return session;
    }

    private static void lock(SigningSession session, Sessions sessions) throws Exception {
        var visit = new Visits(sessions).open(session.snapshot().contents().signers().get(1).progress().inviteToken(), "");
        for (int i = 0; i < SigningSession.TRIES; i++) {
            assertThatThrownBy(() -> visit.authenticate(AuthenticationStep.PASSWORD, List.of("wrong")))
                    .isInstanceOf(RefusedException.class);
        }
    }

    private static void act(String action, SigningSession session, String signerId) throws Exception {
        StandIn standIn = new StandIn(session);
        switch (action) {
            case "SendSignerEmailInvites" -> session.invite(
                    List.of(SessionChange.GivenSigner.of(Client.json("{\"SignerId\":\"" + signerId + "\"}"))),
                    "https://example.com", "");
            case "follows the link" -> session.open(signerId, "");
            case "signs" -> standIn.sign(signerId, Map.of());
            case "declines" -> standIn.decline(signerId, "No");
            case "delegates" -> standIn.delegate(signerId, (ObjectNode) Client.json(
                    json("{'LastName':'Fox','EmailAddress':'zoe@example.com'}")));
            default -> throw new IllegalArgumentException("no such action: " + action);
        }
    }

    private record Cell(String row, String column, String value, String refusal) {
    }

    /** A table of the document: its last column holds the refusal. */
    private record Table(List<String> columns, List<List<String>> rows) {

        static Table read(String beginning) {
            List<List<String>> lines = new ArrayList<>();
            boolean inside = false;
            for (String line : lines()) {
                inside = line.startsWith(beginning) || inside && line.startsWith("|");
                if (inside && !line.startsWith("| ---")) {
                    lines.add(Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList());
                }
            }
            return new Table(lines.get(0), lines.subList(1, lines.size()));
        }

        Stream<Cell> cells() {
            int refusal = columns.size() - 2;
            return rows.stream().flatMap(row -> {
                assertThat(row).hasSameSizeAs(columns);
                return Stream.iterate(1, i -> i < refusal, i -> i + 1).map(i -> new Cell(
                        row.get(0).replace("`*`", "").strip(), columns.get(i), row.get(i), row.get(refusal)));
            });
        }

        private static List<String> lines() {
            try {
                return Files.readAllLines(Path.of("../../docs/sandbox-rules.md"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
