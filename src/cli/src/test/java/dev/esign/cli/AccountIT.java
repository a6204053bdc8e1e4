package dev.esign.cli;

import static dev.esign.cli.Samples.DOCX;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.cli.Esign.Result;
import dev.esign.cli.Esign.Running;
import dev.esign.sandbox.EsignSandbox;

/** Storing accounts, choosing between them, and finding out what is wrong with them. */
class AccountIT {

    private static final String KEY = "th3-plain-key";
    private static final String ME = "me@example.com";

    @TempDir
    Path directory;

    @Test
    void aStoredAccountIsEncryptedAndWorks() throws Exception {
        try (EsignSandbox sandbox = sandbox()) {
            Result login = esign().input(KEY + "\n").run("login", "--url", sandbox.url().toString(), "--username", ME,
                    "--return-url", "https://e.com/");

            assertThat(login.exitCode()).as(login.err()).isZero();
            assertThat(login.out()).startsWith("stored     profile 'default' in ").doesNotContain(KEY);
            Path file = directory.resolve("config/esign/default.properties");
            assertThat(Files.readString(file)).contains("quarkus.esign.encrypted-api-key=", "quarkus.esign.salt=")
                    .doesNotContain(KEY, "quarkus.esign.api-key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(sandbox.journal().requests("EncryptString")).hasSize(1);

            Result send = esign().run("send", DOCX, "--signer", Samples.SELLER, "--signer", Samples.BUYER);
            assertThat(send.exitCode()).as(send.err()).isZero();

            Files.writeString(directory.resolve(".env"), "QUARKUS_ESIGN_WEBHOOK_SECRETS=" + KEY + "\n");
            Result show = esign().variable("QUARKUS_ESIGN_API_KEY", KEY).variable("QUARKUS_ESIGN_TOKEN_PASSWORD", KEY)
                    .variable("QUARKUS_ESIGN_START_MAX_RETRIES", "3").run("config", "show", "--timeout", "7s");
            assertThat(show.out()).containsPattern("quarkus.esign.api-key +\\*\\*\\* +environment")
                    .containsPattern("quarkus.esign.salt +\\*\\*\\* +profile")
                    .containsPattern("quarkus.esign.url +http://\\S+ +profile")
                    .containsPattern("quarkus.esign.timeout +PT7S +option")
                    .containsPattern("QUARKUS_ESIGN_TOKEN_PASSWORD +\\*\\*\\* +environment")
                    .containsPattern("QUARKUS_ESIGN_START_MAX_RETRIES +3 +environment")
                    .doesNotContain(KEY, "encrypted-api-key");
        }
    }

    @Test
    void aKeyThatIsEncryptedAlreadyIsStoredAsItIs() throws Exception {
        try (EsignSandbox sandbox = sandbox()) {
            String url = sandbox.url().toString();
            esign().input(KEY + "\n").run("login", "--url", url, "--username", ME, "--salt", "s4lt");
            String first = Files.readString(directory.resolve("config/esign/default.properties"));
            String cipherText = first.lines().filter(line -> line.contains("encrypted-api-key=")).findFirst().orElseThrow()
                    .replaceFirst("[^=]*=", "").replace("\\", "");
            int encryptions = sandbox.journal().requests("EncryptString").size();

            Result login = esign().input(cipherText + "\n").run("login", "--profile", "other", "--url", url, "--username", ME,
                    "--encrypted", "--salt", "s4lt");

            assertThat(login.exitCode()).as(login.err()).isZero();
            assertThat(sandbox.journal().requests("EncryptString")).hasSize(encryptions);
            assertThat(Files.readString(directory.resolve("config/esign/other.properties")))
                    .contains("quarkus.esign.salt=s4lt");
            assertThat(
                    esign().input(cipherText).run("login", "--profile", "third", "--url", url, "--username", ME, "--encrypted")
                            .err())
                    .contains("Missing --salt");
        }
    }

    @Test
    void optionsCountBeforeTheEnvironmentAndThatBeforeTheProfile() throws Exception {
        try (EsignSandbox sandbox = sandbox()) {
            Path profiles = Files.createDirectories(directory.resolve("config/esign"));
            Files.writeString(profiles.resolve("stage.properties"), """
                    quarkus.esign.url=http://127.0.0.1:1
                    quarkus.esign.api-key=not-the-key
                    quarkus.esign.encrypted-api-key=
                    quarkus.esign.salt=s4lt
                    quarkus.esign.username=me@example.com
                    """);
            Esign inStage = esign().variable("ESIGN_PROFILE", "stage");

            Result byProfile = inStage.run("list", "--expired");
            inStage.variable("QUARKUS_ESIGN_USERNAME", " ").variable("QUARKUS_ESIGN_URL", sandbox.url().toString());
            Result byEnvironment = inStage.run("list", "--expired");
            inStage.variable("QUARKUS_ESIGN_API_KEY", KEY);
            Result withBoth = inStage.run("list", "--expired");
            Result byOption = inStage.run("list", "--expired", "--url", "http://127.0.0.1:1", "--timeout", "5s");
            Result other = inStage.run("list", "--expired", "--profile", "default", "--username", ME);

            assertThat(byProfile.exitCode()).as("the profile's address").isEqualTo(ExitCodes.UNREACHABLE);
            assertThat(byEnvironment.exitCode()).as("the profile's key").isEqualTo(ExitCodes.REFUSED);
            assertThat(withBoth.exitCode()).as(withBoth.err()).isZero();
            assertThat(byOption.exitCode()).as("the option's address").isEqualTo(ExitCodes.UNREACHABLE);
            assertThat(other.exitCode()).as("no salt without the profile").isEqualTo(ExitCodes.USAGE);
            assertThat(other.err()).contains("QUARKUS_ESIGN_SALT");
        }
    }

    @Test
    void whatDoesntWorkIsNotStored() throws Exception {
        try (EsignSandbox sandbox = sandbox()) {
            String url = sandbox.url().toString();

            Result wrongKey = esign().input("wr0ng\n").run("login", "--url", url, "--username", ME);
            Result noKey = esign().run("login", "--url", url, "--username", ME);
            Result noUser = esign().input(KEY + "\n").run("login", "--url", url);
            Result nobody = esign().input(KEY + "\n").run("login", "--url", "http://127.0.0.1:1", "--username", ME);
            Result byArgument = esign().run("login", "--url", url, "--username", ME, KEY);

            assertThat(wrongKey.exitCode()).isEqualTo(ExitCodes.REFUSED);
            assertThat(noKey.err()).contains("Missing API key");
            assertThat(noUser.err()).contains("Missing --username");
            assertThat(nobody.exitCode()).isEqualTo(ExitCodes.UNREACHABLE);
            assertThat(byArgument.exitCode()).isEqualTo(ExitCodes.USAGE);
            assertThat(wrongKey.err() + nobody.err()).doesNotContain(KEY, "wr0ng", "\tat ");
            assertThat(directory.resolve("config")).doesNotExist();
        }
    }

    @Test
    void onATerminalAllOfItIsAskedForAndTheKeyIsNotSeen() throws Exception {
        try (EsignSandbox sandbox = sandbox()) {
            Running asking = esign().startOnTerminal("login", "--profile", "typed");
            asking.await(() -> asking.said().contains("or an address): "));
            asking.type(sandbox.url().toString());
            asking.await(() -> asking.said().contains("owner: "));
            asking.type(ME);
            asking.await(() -> asking.said().contains("API key: "));
            asking.type(KEY);
            Result login = asking.end();

            assertThat(login.exitCode()).as(login.out()).isZero();
            assertThat(login.out()).contains("E-mail address", "API key: ", "stored").doesNotContain(KEY);
            assertThat(esign().run("list", "--deleted", "--profile", "typed").exitCode()).isZero();
        }
    }

    @Test
    void aDoctorFindsNothingWrongAndLeavesNothingBehind() throws Exception {
        try (EsignSandbox sandbox = sandbox()) {
            Result doctor = at(sandbox).run("doctor");

            assertThat(doctor.exitCode()).as(doctor.out()).isZero();
            assertThat(doctor.out().lines().map(line -> line.replaceFirst(":.*", ""))).containsExactly("ok         profile",
                    "ok         settings", "ok         connection", "ok         clock", "ok         token",
                    "ok         user", "ok         draft");
            assertThat(sandbox.sessions().list()).hasSize(1).allMatch(session -> session.status().equals("Deleted"));

            assertThat(at(sandbox).run("doctor", "--no-draft", "--json").out()).contains(
                    "{\"check\":\"draft\",\"outcome\":\"skipped\"").contains("\"errors\":0").hasLineCount(1);
            assertThat(sandbox.sessions().list()).hasSize(1);
        }
    }

    @Test
    void aDoctorHasACureForWhatIsWrong() throws Exception {
        Result nothing = esign().run("doctor", "--json");
        assertThat(nothing.exitCode()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(nothing.out()).contains("QUARKUS_ESIGN_URL", "QUARKUS_ESIGN_API_KEY", "esign login", "\"errors\":4");

        Result nobody = Esign.at("http://127.0.0.1:1", directory).run("doctor");
        assertThat(nobody.exitCode()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(nobody.out()).contains("error      connection", "cure: check the host in the URL", "skipped    token");

        try (EsignSandbox sandbox = sandbox()) {
            Result wrongKey = Esign.at(sandbox.url().toString(), directory).run("doctor");
            assertThat(wrongKey.out()).contains("ok         connection", "error      token", "esign login");

            Result wrongUser = at(sandbox).run("doctor", "--username", "you@example.com");
            assertThat(wrongUser.out()).contains("error      user: eSign doesn't know it").doesNotContain("you@");

            sandbox.faults().next(1).of("CreateSession").answerErrors("Error: The request can't be read.");
            Result refused = at(sandbox).run("doctor");
            assertThat(refused.exitCode()).isEqualTo(ExitCodes.FINDINGS);
            assertThat(refused.out()).contains("error      draft", "QUARKUS_ESIGN_WIRE_BYTES=base64");

            Path profiles = Files.createDirectories(directory.resolve("config/esign"));
            Path open = Files.writeString(profiles.resolve("default.properties"), "quarkus.esign.api-key=plain\n");
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(at(sandbox).run("doctor", "--no-draft").out()).contains("warning    profile", "cure: chmod 600 ");
        }
    }

    @Test
    void aClockThatIsWrongIsFound() throws Exception {
        try (ServerSocket server = answersFromThePast()) {
            Result doctor = Esign.at("http://127.0.0.1:" + server.getLocalPort(), directory).run("doctor");

            assertThat(doctor.out()).contains("warning    clock: differs from eSign's by", "set the clock");
        }
    }

    private static ServerSocket answersFromThePast() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    socket.getInputStream().read(new byte[8192]);
                    socket.getOutputStream().write(("HTTP/1.1 200 OK\r\nDate: Tue, 03 Jun 2008 11:05:30 GMT\r\n"
                            + "Connection: close\r\nContent-Length: 4\r\n\r\nnull").getBytes());
                } catch (IOException closed) {
                    // at the end of the test
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static EsignSandbox sandbox() {
        return EsignSandbox.builder().tagProcessing(Duration.ZERO).apiKeys(KEY).users(ME).start();
    }

    private Esign at(EsignSandbox sandbox) {
        return Esign.at(sandbox.url().toString(), directory).variable("QUARKUS_ESIGN_API_KEY", KEY);
    }

    private Esign esign() {
        return new Esign(directory, Map.of());
    }
}
