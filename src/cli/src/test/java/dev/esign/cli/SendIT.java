package dev.esign.cli;

import static dev.esign.cli.Samples.BUYER;
import static dev.esign.cli.Samples.DOCX;
import static dev.esign.cli.Samples.PDF;
import static dev.esign.cli.Samples.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.esign.cli.Esign.Result;
import dev.esign.cli.Esign.Running;
import dev.esign.sandbox.EsignSandbox;

/** {@code esign send} as a process: what a person reads and what a script gets. */
class SendIT {

    @TempDir
    Path directory;

    @Test
    void sendRunsAgainstItsOwnSandboxWithoutAnAccount() throws Exception {
        Result result = new Esign(directory, Map.of()).run("send", DOCX, PDF, "--title", "Purchase agreement", "--signer",
                SELLER, "--signer", BUYER);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines().map(line -> line.split(" {2,}|(?<=^sign in) ")[0])).containsSubsequence(
                "sandbox", "upload", "created", "upload", "updated", "started", "session", "sign in");
        assertThat(result.out()).contains("no eSign account is configured")
                .contains("purchase-agreement.docx: 100 % of")
                .containsPattern(
                        "sign in +http://127\\.0\\.0\\.1:\\d+/signin\\?token=\\*\\*\\*&user=owner%40example\\.com&ssid=");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void sendWaitsBeforeTheFirstStart() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).start();
                Running send = esign(sandbox.url().toString()).variable("QUARKUS_ESIGN_START_DELAY", "1H").start("send", DOCX,
                        "--signer", SELLER)) {
            send.await(() -> send.said().contains("\nwaiting "));

            assertThat(send.said()).contains("\ncreated ").doesNotContain("not ready", "started");
            assertThat(sandbox.sessions().list()).singleElement().matches(session -> session.status().equals("InDraft"));
        }
    }

    @Test
    void sendRetriesUntilAnchorTagsAreProcessed() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ofMinutes(5)).start();
                Running send = esign(sandbox.url().toString()).variable("QUARKUS_ESIGN_START_MAX_RETRIES", "-1")
                        .variable("QUARKUS_ESIGN_START_MAX_DURATION", "1H").start("send", DOCX, "--signer", SELLER)) {
            send.await(() -> send.said().contains("\nnot ready "));
            sandbox.clock().advance(Duration.ofMinutes(6));
            Result result = send.end();

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out())
                    .contains("Document \"purchase-agreement.docx\": anchor tags are still being processed")
                    .containsSubsequence("\ncreated ", "\nnot ready ", "\nstarted ", "\nsession ", "\nsign in ");
        }
    }

    @Test
    void withAnAccountItSendsToThat() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).apiKeys("a/key+=")
                .users("me@example.com")
                .start()) {
            Result result = esign(sandbox.url().toString()).run("send", DOCX, "--signer", SELLER, "--return-url",
                    "https://example.com/signed", "--show-token", "--transaction-id", "deal 1");

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("transaction deal 1").doesNotContain("sandbox ")
                    .containsPattern("token=[^*&]{20,}&user=");
        }
    }

    @Test
    void eSignsRefusalIsToldInItsWords() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().apiKeys("another").start()) {
            Result result = esign(sandbox.url().toString()).run("send", DOCX, "--signer", SELLER, "--return-url",
                    "https://e.com/");

            assertThat(result.exitCode()).isEqualTo(ExitCodes.REFUSED);
            assertThat(result.err()).contains("Invalid API key").doesNotContain("a/key+=", "\tat ");
        }
    }

    @Test
    void aSessionThatStaysADraftIsNamed() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ofMinutes(5)).start()) {
            Result result = esign(sandbox.url().toString()).runtimeOption("-Dquarkus.esign.start.max-retries=1")
                    .run("send", DOCX, "--signer", SELLER, "--return-url", "https://e.com/");

            assertThat(result.exitCode()).isEqualTo(ExitCodes.REFUSED);
            assertThat(result.out()).containsPattern("session +\\S+ stays as it is, with 1 of 1 documents; transaction \\S+");
            assertThat(result.out().lines().filter(line -> line.startsWith("not ready"))).hasSize(2);
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        Result result = esign("http://127.0.0.1:1").run("send", DOCX, "--signer", SELLER, "--return-url", "https://e.com/");

        assertThat(result.exitCode()).isEqualTo(ExitCodes.UNREACHABLE);
        assertThat(result.err()).contains("no connection").doesNotContain("a/key", "a%2Fkey");
    }

    @Test
    void createFindsTheSessionAfterALostResponse() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).start();
                ServerSocket proxy = answersLostAfterCreate(sandbox)) {
            Result result = esign("http://127.0.0.1:" + proxy.getLocalPort()).run("send", DOCX, "--signer", SELLER,
                    "--return-url", "https://e.com/", "--transaction-id", "deal-7");

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("transaction deal-7").contains("started");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "sned", "send missing.pdf --signer S=A<a@b.co>", "send DOCX", "send DOCX --signer S=A<no-address>",
            "send DOCX --signer S=A<a@b.co> --transaction-id=", "status X", "status X --profile nobody",
            "lint DOCX --delimiters <" })
    void badUsageNamesTheProblemAndWhereToReadMore(String line) throws Exception {
        Result result = new Esign(directory, Map.of()).run(line.replace("DOCX", DOCX).split(" "));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("Try 'esign").doesNotContain("\tat ");
        assertThat(result.out()).doesNotContain("created");
    }

    @Test
    void allThatCantBeSentIsToldBeforeAnythingIsSent() throws Exception {
        Path nameWithoutExtension = Files.createFile(directory.resolve("agreement"));

        Result result = new Esign(directory, Map.of()).run("send", DOCX, nameWithoutExtension.toString(), "--signer",
                "Seller 1=A <no-address>", "--signer", "Seller 1=B <b@example.com>");

        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("documents[1].fileName: has no extension", "signers[0].email: ", "signers[1].role: ")
                .doesNotContain("no-address");
        assertThat(result.out()).doesNotContain("created");
    }

    @Test
    void incompleteSettingsAreListed() throws Exception {
        Result result = new Esign(directory, Map.of("QUARKUS_ESIGN_API_KEY", "a/key+=")).run("send", DOCX, "--signer", SELLER,
                "--return-url", "https://e.com/");

        assertThat(result.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains("QUARKUS_ESIGN_URL", "QUARKUS_ESIGN_SALT", "QUARKUS_ESIGN_USERNAME")
                .doesNotContain("a/key+=");
        assertThat(result.out()).doesNotContain("sandbox");
    }

    @ParameterizedTest
    @CsvSource({ "QUARKUS_ESIGN_TIMEOUT, quarkus.esign.timeout", "QUARKUS_ESIGN_URL, quarkus.esign.url",
            "QUARKUS_ESIGN_ANCHOR_TAGS_CHECK, quarkus.esign.anchor-tags.check" })
    void aSettingThatCantBeReadIsNamedWithoutItsValue(String variable, String property) throws Exception {
        Result result = esign("http://127.0.0.1:1").variable(variable, "any thing").run("send", DOCX, "--signer", SELLER,
                "--signer", BUYER);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCodes.USAGE);
        assertThat(result.err()).contains(property + " (" + variable + ")").doesNotContain("any thing", "\tat ");
    }

    @Test
    void aHundredMegabytesNeedNoMemory() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).start()) {
            Result result = sendLarge(sandbox.url().toString());

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("large.pdf: 100 % of 200.0 MB");
        }
    }

    @ParameterizedTest
    @CsvSource({ "HANG_UP_IN_THE_MIDDLE, 4", "HANG_UP_AT_THE_END, 5", "INTERNAL_ERROR, 5", "NULL, 3" })
    void neitherDoTheyWhenTheyFail(FailingServer.Failure failure, int exitCode) throws Exception {
        try (FailingServer server = new FailingServer(failure)) {
            Result result = sendLarge(server.url());

            assertThat(result.err()).startsWith("failed").doesNotContain("OutOfMemoryError", "\tat ");
            assertThat(result.exitCode()).isEqualTo(exitCode);
            assertThat(result.out().contains("repeat the command with --transaction-id"))
                    .as("whether something may be left: " + result.out()).isEqualTo(exitCode == ExitCodes.OUTCOME_UNKNOWN);
        }
    }

    /** A document of 100 MB, from a heap of half its size. */
    private Result sendLarge(String url) throws Exception {
        Path large = directory.resolve("large.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        // It is no PDF but its size, so the sandbox must not be asked to read it.
        return esign(url).runtimeOption("-Xmx48m").run("send", large.toString(), "--no-anchor-tags", "--signer", SELLER,
                "--return-url", "https://e.com/");
    }

    @Test
    void helpAndVersion() throws Exception {
        Result help = new Esign(directory, Map.of()).run("send", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("--signer", "Examples:");
        Result version = new Esign(directory, Map.of()).run("--version");
        assertThat(version.out()).matches("esign \\d\\S+\\s+");
    }

    private Esign esign(String url) {
        return Esign.at(url, directory);
    }

    /** Passes every request on, and hangs up instead of passing the answer to a POST back. */
    private static ServerSocket answersLostAfterCreate(EsignSandbox sandbox) throws IOException {
        ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket client = proxy.accept();
                daemon(() -> {
                    try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
                        InputStream requests = client.getInputStream();
                        byte[] buffer = new byte[1 << 16];
                        int count = requests.read(buffer);
                        boolean create = new String(buffer, 0, Math.max(count, 0)).startsWith("POST ");
                        server.getOutputStream().write(buffer, 0, count);
                        if (create) {
                            daemon(() -> requests.transferTo(server.getOutputStream()));
                            assertThat(server.getInputStream().read()).isPositive(); // eSign has answered
                            return;
                        }
                        daemon(() -> requests.transferTo(server.getOutputStream()));
                        server.getInputStream().transferTo(client.getOutputStream());
                    }
                });
            }
        });
        return proxy;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException connectionEnded) {
                // one of the two ends hung up, as they do at the end of a test
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
