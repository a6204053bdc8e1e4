package dev.esign.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.testing.SigningParty;
import io.quarkus.test.junit.QuarkusTest;

/** Every operation of every service, in both styles. */
@QuarkusTest
class OperationsTest extends ApplicationTest {

    private final Set<String> called = new TreeSet<>();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "blocking", "reactive" })
    void eachDoesWhatItSays(String style) {
        sessions(style);
        signersAndDocuments(style);
        users(style);

        assertThat(called).containsExactlyInAnyOrder(given().get("/operations").asString().split("\n"));
    }

    private void sessions(String style) {
        String transaction = UUID.randomUUID().toString();
        String id = run(style, "create", "title", "Sale", "files", AGREEMENT, "tags", "yes", "transaction", transaction, "rich",
                "yes", "expiresInDays", inDays(30));
        assertThat(id).isEqualTo(sandbox.sessions().findByTransactionId(transaction).get(0).id());
        assertThat(run(style, "update", "session", id, "title", "Sale of a house", "files", AGREEMENT, "tags", "yes"))
                .isEqualTo("done");
        run(style, "start", "session", id);
        assertThat(run(style, "get", "session", id)).startsWith(id + " InSent Sale of a house\n").contains(" Seller 1",
                " Buyer 1");
        assertThat(run(style, "signInUrl", "session", id)).contains("token=").contains(id);
        assertThat(run(style, "signInPage", "session", id)).startsWith("https://client.example.com/Account/LogMeIn?token=")
                .contains("landingPage=step2");
        assertThat(run(style, "actionLog", "session", id)).isNotEmpty().doesNotStartWith("-");
        assertThat(run(style, "findByTransactionId", "transaction", transaction)).isEqualTo(id + " Sale of a house");
        assertThat(run(style, "findByTransactionIdInFull", "transaction", transaction)).startsWith(id + " InSent");

        run(style, "pause", "session", id);
        assertThat(status(style, id)).isEqualTo("InPaused");
        run(style, "startReturning", "session", id, "returnUrl", "https://www.example.com/other");
        assertThat(status(style, id)).isEqualTo("InSent");
        String other = transaction + "-2";
        run(style, "updateTransactionId", "session", id, "transaction", other);
        assertThat(sandbox.sessions().findByTransactionId(other)).hasSize(1);

        String copy = run(style, "copy", "session", id, "title", "Again", "transaction", transaction + "-3", "signer",
                signer(style, id));
        assertThat(copy).isNotEqualTo(id);
        run(style, "cancel", "session", id);
        assertThat(status(style, id)).isEqualTo("Cancelled");
        run(style, "delete", "session", copy);
        assertThat(run(style, "deleted")).contains(copy);

        String signed = run(style, "send", "title", "Lease", "files", AGREEMENT, "tags", "yes");
        SigningParty.of(sandbox, signed).signAll();
        assertThat(status(style, signed)).isEqualTo("Completed");
        run(style, "purge", "session", signed);
        run(style, "cancelPurge", "session", signed);

        String closed = run(style, "send", "title", "Closed", "files", AGREEMENT, "tags", "yes");
        SigningParty.of(sandbox, closed).sign("Seller 1");
        run(style, "close", "session", closed);
        assertThat(status(style, closed)).isNotEqualTo("InSent");

        String late = run(style, "send", "title", "Late", "files", AGREEMENT, "tags", "yes", "expiresInDays",
                inDays(2));
        SigningParty.of(sandbox, late).letExpire();
        assertThat(run(style, "expired")).contains(late);
        assertThat(run(style, "upload", "title", "Large", "bytes", "100000")).matches("\\d{6,}");
    }

    private void signersAndDocuments(String style) {
        String id = run(style, "send", "title", "Sale", "files", AGREEMENT, "tags", "yes");
        String signer = signer(style, id);
        run(style, "updateSigners", "session", id, "signer", signer);
        run(style, "invite", "session", id, "signer", signer);
        assertThat(sandbox.sessions().get(id).signer("Seller 1").email()).isEqualTo("new@example.com");
        assertThat(run(style, "inviteToken", "signer", signer)).isNotBlank();
        sandbox.sessions().upload(id, "Seller 1", "passport.pdf", new byte[10]);
        assertThat(run(style, "uploadedDocuments", "session", id, "signer", signer)).contains("passport");
        assertThat(run(style, "inviteUrls", "session", id).lines()).hasSize(2).allMatch(line -> line.contains("http"));

        SigningParty.of(sandbox, id).signAll();
        Stream.of("saveTo", "forEach").forEach(operation -> assertThat(
                run(style, operation, "session", id, "directory", directory.toString()))
                .containsPattern("purchase-agreement.*\\d{3,}"));
        assertThat(directory).isNotEmptyDirectory();

        sandbox.clock().advance(Duration.ofDays(31));
        assertThat(run(style, "archived")).contains(id);
        Stream.of("saveArchivedTo", "forEachArchived").forEach(operation -> assertThat(
                run(style, operation, "session", id, "directory", directory.toString()))
                .containsPattern("purchase-agreement.*\\d{3,}"));
    }

    private void users(String style) {
        String ann = UUID.randomUUID() + "@example.com";
        String id = run(style, "createUser", "username", ann).split(" ")[0];
        assertThat(run(style, "findUserByUsername", "username", ann)).startsWith(id + " " + ann);
        assertThat(run(style, "findUserByUsername", "username", "nobody-" + ann)).isEqualTo("nobody");
        assertThat(run(style, "updateUser", "id", id, "company", "New")).contains("New");
        String renamed = "renamed-" + ann;
        run(style, "updateUserByUsername", "old", ann, "username", renamed);
        assertThat(run(style, "findUserById", "id", id)).contains(renamed);
        assertThat(run(style, "provisionUser", "id", id)).contains("INACTIVE");
        String member = "member-" + ann;
        assertThat(run(style, "createGroupUser", "username", member, "group", "g-1")).contains(member);
        run(style, "changeGroupUserRole", "username", member);
    }

    @Test
    void servicesAreInjectedWithTheirAccounts() {
        String id = done("blocking", DEFAULT, "send", "title", "Sale", "files", AGREEMENT);
        assertThat(given().get("/injected/{id}", id).asString()).startsWith(id + " InSent Sale")
                .endsWith("2 invited, 0 uploaded");
        assertThat(given().get("/injected/delayed/{id}", id).asString()).startsWith(id + " InSent");
        String contract = done("blocking", "contract", "send", "title", "Contract", "files", AGREEMENT);
        assertThat(given().get("/injected/contract/{id}", contract).asString()).startsWith(contract + " InSent Contract");
        String secure = done("reactive", "secure", "send", "title", "Secret", "files", AGREEMENT);
        assertThat(given().get("/injected/secure/{id}", secure).asString()).startsWith(secure + " InSent Secret");
        assertThat(given().get("/injected/user/nobody@example.com").asString()).isEqualTo("nobody");
        assertThat(given().get("/injected/webhook").asString()).isEqualTo("/esign/webhook/secret-of-the-integration-tests");
        assertThat(given().get("/injected/encrypted/text").asString()).isEqualTo("RequestResponse");
    }

    private String run(String style, String operation, String... arguments) {
        called.add(operation);
        return done(style, DEFAULT, operation, arguments);
    }

    /** Of the sandbox's clock, which never goes back, and which each style moves forward. */
    private String inDays(int days) {
        return String.valueOf(Duration.between(Instant.now(), sandbox.clock().now()).toDays() + days);
    }

    private String status(String style, String id) {
        return run(style, "get", "session", id).split(" ")[1];
    }

    private String signer(String style, String id) {
        return run(style, "get", "session", id).lines().filter(line -> line.endsWith(" Seller 1")).findFirst().orElseThrow()
                .split(" ")[0];
    }
}
