package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.sandbox.session.AuthenticationStep;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.Surroundings;
import dev.esign.sandbox.session.TagProcessor;
import dev.esign.sandbox.session.Visits;
import dev.esign.sandbox.store.DirectoryStore;

/** A sandbox with a directory goes on where an earlier one ended, however that ended. */
class DirectoryTest {

    private static final String SIGNER = SandboxTest.SIGNER.replace("}",
            ",'AuthMethod':'KBAPlusPassword','AuthenticationSettings':{'Password':'s3cret','Phone':'+1 555 0100'}}");

    @TempDir
    private Path directory;
    private final MutableClock clock = new MutableClock();

    @Test
    void everythingIsThereAfterARestart() {
        List<Object> before = new ArrayList<>();
        String id = with(sandbox -> {
            Client client = new Client(sandbox.url());
            String created = sent(client, "'AllowDelegation':true,'ExpiresOn':'2026-12-24','ReminderFrequencyDays':2,"
                    + "'Password':'all','CopyTo':'boss@example.com','TransactionId':'t'");
            sandbox.sessions().upload(created, "Buyer 1", "id.png", new byte[] { 7 });
            sandbox.sessions().delegate(created, "Buyer 1", "Zoe", "Fox", "zoe@example.com");
            sandbox.sessions().sign(created, "Buyer 1", Map.of("signature", "Z. Fox"));
            sandbox.sessions().decline(created, "Seller 1", "No");
            client.call("POST", "/rest/v1/users", json("{'salt':'s','user':{'Username':'ann@example.com','FirstName':'Ann',"
                    + "'LastName':'Lee','Password':'" + client.encrypt("pass", "s") + "'}}"));
            client.call("POST", "/_sandbox/operations/create-group", json("{'username':'o','group':{'Name':'Sales'}}"));
            sandbox.clock().advance(Duration.ofDays(3));
            before.addAll(state(sandbox, client, created));
            return created;
        });

        with(sandbox -> {
            Client client = new Client(sandbox.url());
            assertThat(state(sandbox, client, id)).isEqualTo(before).hasSize(6);
            assertThat(sandbox.clock().now()).isEqualTo(MutableClock.NOW.plus(Duration.ofDays(3)));
            assertThat(sandbox.sessions().findByTransactionId("t")).hasSize(1);
            assertThat(contents(sandbox, id)).isEqualTo("\1\2\3\7");
            assertThat(Client.json(client.send(client.request("/rest/v1/tokenusernamepassword/ann@example.com/s")
                    .header("Authorization", client.encrypt("pass", "s"))).body()).path("Message").asText())
                    .isEqualTo("Success");
            return id;
        });
    }

    @Test
    void whatWasResetStaysForgotten() {
        with(sandbox -> {
            String created = sent(new Client(sandbox.url()), "");
            new Client(sandbox.url()).call("POST", "/_sandbox/operations/create-group",
                    json("{'username':'o','group':{'Name':'Sales'}}"));
            sandbox.reset();
            assertThat(sandbox.sessions().list()).isEmpty();
            return created;
        });

        with(sandbox -> {
            assertThat(sandbox.sessions().list()).isEmpty();
            assertThat(new Client(sandbox.url()).list("/_sandbox/operations/client-groups").toString())
                    .contains("Success").doesNotContain("Sales");
            return "";
        });
    }

    @Test
    void aRestartGivesNoNewTries() throws Exception {
        try (DirectoryStore store = DirectoryStore.open(directory)) {
            Sessions sessions = sessions(store);
            SigningSession session = sessions.create(SessionChange.of(Client.json(SandboxTest.body("'Title':'x'",
                    "{'FormId':'t'}", SIGNER)), clock.instant()), "");
            session.start("https://example.com", "");
            assertThat(failOnce(sessions, session.snapshot())).isEqualTo("Error: The password is not right. Tries left: 4.");
        }

        try (DirectoryStore store = DirectoryStore.open(directory)) {
            Sessions sessions = sessions(store);
            assertThat(failOnce(sessions, sessions.list().get(0)))
                    .isEqualTo("Error: The password is not right. Tries left: 3.");
        }
    }

    @Test
    void timeThatPassedMeanwhileIsMadeUpFor() {
        String id = with(sandbox -> sent(new Client(sandbox.url()), "'ExpiresOn':'2026-11-25','ReminderFrequencyDays':1"));

        clock.advance(Duration.ofDays(10));

        with(sandbox -> {
            assertThat(sandbox.sessions().get(id).status()).isEqualTo("Expired");
            assertThat(sandbox.mails().stream().filter(mail -> mail.kind().equals("REMINDER"))).hasSize(6);
            return id;
        });
    }

    @Test
    void whatWasAnsweredSurvivesAKill() throws Exception {
        List<String> ids = new ArrayList<>();
        Process process = child();
        try {
            Client client = new Client(URI.create(ChildJvm.announcedUrl(process)));
            for (int i = 0; i < 20; i++) {
                ids.add(sent(client, ""));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        with(sandbox -> {
            assertThat(sandbox.sessions().list()).extracting(SandboxSession::id).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(sandbox.sessions().list()).extracting(SandboxSession::status).containsOnly("InSent");
            assertThat(contents(sandbox, ids.get(0))).isEqualTo("\1\2\3");
            sandbox.sessions().signAll(ids.get(0));
            return "";
        });
    }

    @Test
    void twoSandboxesDoNotShareADirectory() throws Exception {
        with(sandbox -> {
            assertThatThrownBy(() -> EsignSandbox.builder().directory(directory).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("The directory " + directory
                            + " cannot be used: another sandbox uses it; stop that one or choose another directory");
            assertThat(textOfChild()).contains("another sandbox uses it");
            return "";
        });
        with(sandbox -> "");
    }

    @Test
    void aPortInUseLetsGoOfTheDirectory() {
        try (EsignSandbox other = EsignSandbox.start()) {
            assertThatThrownBy(() -> EsignSandbox.builder().directory(directory).port(other.port()).start())
                    .isInstanceOf(UncheckedIOException.class);
        }
        with(sandbox -> "");
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        String id = with(sandbox -> sent(new Client(sandbox.url()), ""));
        Path file = directory.resolve("sessions").resolve(id.substring(0, 2)).resolve(id + ".json");
        Files.writeString(file, Files.readString(file).replace("InSent", "").substring(0, 100));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> EsignSandbox.builder().directory(directory).start()).hasMessageContaining(file.toString())
                    .hasMessageContaining("is damaged");
        }
        Files.delete(file);
        with(sandbox -> "");
    }

    @Test
    void anotherFormIsNotTouched() throws Exception {
        with(sandbox -> "");
        Files.writeString(directory.resolve("format"), "2");

        assertThatThrownBy(() -> EsignSandbox.builder().directory(directory).start())
                .hasMessageContaining("another version of the sandbox wrote it");
    }

    @Test
    void equalDocumentsAreKeptOnceAndAreGoneWithTheirLastSession() {
        with(sandbox -> {
            Client client = new Client(sandbox.url());
            String first = sent(client, "");
            String second = sent(client, "");
            assertThat(documents()).hasSize(1);
            old(documents().get(0));

            for (String id : List.of(first, second)) {
                client.put("/rest/v1/sessions/" + id + "/cancel");
                client.put("/rest/v1/sessions/" + id + "/purge?purgeNow=true&returnURL=https://example.com");
                assertThat(documents()).hasSize(id.equals(first) ? 1 : 0);
            }
            return "";
        });
    }

    @Test
    void documentsThatNoSessionTookAreGoneAfterARestart() {
        with(sandbox -> {
            Client client = new Client(sandbox.url());
            client.create(SandboxTest.body("", SandboxTest.DOCUMENT, SIGNER));
            client.post("/rest/v1/sessions", BodyPublishers.ofString(json(
                    "{'session':{'Documents':[{'FileName':'a','FileBytes':[1,2,'x']}]}}")));
            assertThat(documents()).hasSize(1);
            assertThat(files("unfinished")).isEmpty();
            return "";
        });

        with(sandbox -> {
            assertThat(documents()).isEmpty();
            return "";
        });
    }

    @Test
    void aLargeDocumentGoesThroughWithoutBeingInMemory() throws Exception {
        byte[] large = new byte[300_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        with(sandbox -> {
            Client client = new Client(sandbox.url());
            String created = Client.id(client.create(SandboxTest.body("'Title':'x'", "{'FileName':'a.pdf','FileBytes':'"
                    + Base64.getEncoder().encodeToString(large) + "'}", SIGNER)));
            try (var in = sandbox.sessions().get(created).documents().get(0).content()) {
                assertThat(in.readAllBytes()).isEqualTo(large);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return created;
        });
    }

    @Test
    void noPasswordIsKept() {
        String id = with(sandbox -> sent(new Client(sandbox.url()), "'Password':'s3cret'"));

        assertThat(files("sessions").stream().map(DirectoryTest::text)).singleElement().asString().contains(id)
                .doesNotContain("s3cret");
    }

    private Sessions sessions(DirectoryStore store) {
        Sessions sessions = new Sessions(new Surroundings(clock, Duration.ZERO, TagProcessor.NONE, Duration.ZERO,
                store.documents(), store::keep));
        store.sessions().forEach(sessions::resume);
        return sessions;
    }

    private static String failOnce(Sessions sessions, SessionSnapshot session) throws RefusedException {
        var visit = new Visits(sessions).open(session.contents().signers().get(0).progress().inviteToken(), "");
        try {
            visit.authenticate(AuthenticationStep.PASSWORD, List.of("wrong"));
            return "";
        } catch (RefusedException e) {
            return e.details().get(0);
        }
    }

    private <T> T with(Function<EsignSandbox, T> work) {
        try (EsignSandbox sandbox = EsignSandbox.builder().directory(directory).clock(clock).tagProcessing(Duration.ZERO)
                .start()) {
            return work.apply(sandbox);
        }
    }

    private static String sent(Client client, String info) {
        JsonNode created = client.create(SandboxTest.body("'Title':'Offer'" + (info.isEmpty() ? "" : "," + info),
                SandboxTest.DOCUMENT, SIGNER + ",{'LastName':'Ray','EmailAddress':'bob@example.com','SignerRole':'Seller 1'}"));
        assertThat(client.start(created).path("ReturnValue").asText()).isEqualTo("True");
        return Client.id(created);
    }

    /** All that can be seen of it, in texts that are equal when it is. */
    private static List<Object> state(EsignSandbox sandbox, Client client, String id) {
        SandboxSession session = sandbox.sessions().get(id);
        List<Object> log = session.log().stream().<Object> map(entry -> entry.at() + entry.ip() + entry.description()).toList();
        List<Object> mails = sandbox.mails().stream().<Object> map(mail -> mail.kind() + mail.to() + mail.cc()
                + mail.subject() + mail.text() + mail.attachments() + mail.at() + mail.links().stream()
                        .map(link -> link.label() + link.url().getPath()).toList())
                .toList();
        List<Object> signers = session.signers().stream().<Object> map(signer -> signer.email() + signer.status()
                + signer.signUrl().getPath() + signer.declinedReason() + signer.delegatedTo() + signer.invitedOn()
                + signer.uploads().stream().map(upload -> upload.fileName() + upload.sha256()).toList()
                + signer.fields().stream().map(SandboxField::value).toList()).toList();
        return List.of(client.list("/rest/v1/sessions/" + id).toString(), log, mails, signers,
                client.list("/rest/v1/users?username=ann@example.com").toString(),
                client.list("/_sandbox/operations/client-groups").toString());
    }

    private static String contents(EsignSandbox sandbox, String id) {
        SandboxSession session = sandbox.sessions().get(id);
        StringBuilder all = new StringBuilder();
        Consumer<SandboxDocument> read = document -> {
            try (var in = document.content()) {
                all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        session.documents().forEach(read);
        session.signers().forEach(signer -> signer.uploads().forEach(read));
        return all.toString();
    }

    private List<Path> documents() {
        return files("documents");
    }

    private List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(directory.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void old(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process child() {
        try {
            return new ProcessBuilder(ChildJvm.shortLived("-cp", System.getProperty("java.class.path"), Main.class.getName(),
                    "--port", "0", "--tag-processing", "0s", "--directory", directory.toString())).redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String textOfChild() {
        try {
            Process process = child();
            try {
                return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(String text) {
        return SandboxTest.json(text);
    }
}
