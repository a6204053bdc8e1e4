package dev.esign.cli;

import static dev.esign.cli.Samples.BUYER;
import static dev.esign.cli.Samples.DOCX;
import static dev.esign.cli.Samples.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.cli.Esign.Result;
import dev.esign.cli.Esign.Running;
import dev.esign.sandbox.EsignSandbox;

/** What a person sees on a terminal, and what Ctrl-C leaves. */
class TerminalIT {

    @TempDir
    Path directory;

    @Test
    void onATerminalThereAreColoursAndABar() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).start()) {
            Result coloured = esign(sandbox).runOnTerminal("send", large(), "--no-anchor-tags", "--signer", SELLER);
            Result plain = esign(sandbox).variable("NO_COLOR", "1").runOnTerminal("send", large(), "--no-anchor-tags",
                    "--signer", SELLER);

            assertThat(coloured.exitCode()).as(coloured.out()).isZero();
            assertThat(coloured.out()).contains("\r\033[Kupload     large.pdf [\033[32m####",
                    "\033[32mcreated\033[0m    session");
            assertThat(plain.out()).contains("\r\033[Kupload     large.pdf [####", "created    session")
                    .doesNotContain("\033[32m");
            assertThat(esign(sandbox).runOnTerminal("--help").out()).contains("\033[");
        }
    }

    @Test
    void interruptedSendExplainsHowToResume() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ofMinutes(5)).start()) {
            try (Running send = esign(sandbox).variable("QUARKUS_ESIGN_START_MAX_RETRIES", "-1")
                    .variable("QUARKUS_ESIGN_START_MAX_DURATION", "1H").start("send", DOCX, DOCX, "--signer", SELLER,
                            "--signer", BUYER, "--transaction-id", "deal 7")) {
                send.await(() -> send.said().contains("not ready"));
                send.interrupt();
                Result stopped = send.end();

                String id = sandbox.sessions().findByTransactionId("deal 7").get(0).id();
                assertThat(stopped.exitCode()).isEqualTo(ExitCodes.INTERRUPTED);
                assertThat(stopped.err()).isEqualTo("stopped    " + id
                        + " stays as it is, with 2 of 2 documents; transaction deal 7\n"
                        + "           to go on, repeat the command with --transaction-id \"deal 7\"\n"
                        + "           it was being started; repeating the command starts it once only\n");
            }
            sandbox.clock().advance(Duration.ofMinutes(6));
            Result goneOn = esign(sandbox).run("send", DOCX, DOCX, "--signer", SELLER, "--signer", BUYER, "--transaction-id",
                    "deal 7");

            assertThat(goneOn.exitCode()).as(goneOn.err()).isZero();
            assertThat(goneOn.out()).contains("started").doesNotContain("updated", "created");
            assertThat(sandbox.sessions().list()).hasSize(1);
        }
    }

    @Test
    void interruptedCreateReportsAnUnknownOutcome() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).start()) {
            sandbox.faults().next(1).of("CreateSession").afterTheWork().silence();
            Running send = esign(sandbox).variable("QUARKUS_ESIGN_TIMEOUT", "1H").start("send", DOCX, "--signer", SELLER,
                    "--signer", BUYER, "--transaction-id", "deal 8");
            sandbox.journal().await(1, "CreateSession", Esign.LONGEST_RUN);
            send.interrupt();
            Result stopped = send.end();

            assertThat(stopped.exitCode()).isEqualTo(ExitCodes.INTERRUPTED);
            assertThat(stopped.err())
                    .startsWith("stopped    it isn't known whether eSign made the session; transaction deal 8\n")
                    .contains("repeat the command with --transaction-id \"deal 8\": it looks for it first")
                    .doesNotContain("failed", "\tat ");

            Result goneOn = esign(sandbox).run("send", DOCX, "--signer", SELLER, "--signer", BUYER, "--transaction-id",
                    "deal 8");
            assertThat(goneOn.exitCode()).as(goneOn.err()).isZero();
            assertThat(sandbox.sessions().list()).hasSize(1).allMatch(session -> session.status().equals("InSent"));
        }
    }

    @Test
    void ctrlCEndsAWatchAndChangesNothing() throws Exception {
        try (EsignSandbox sandbox = EsignSandbox.builder().tagProcessing(Duration.ZERO).start()) {
            esign(sandbox).run("create", DOCX, "--signer", SELLER, "--signer", BUYER, "--transaction-id", "deal 9");
            try (Running watch = esign(sandbox).start("status", "--transaction-id", "deal 9", "--watch")) {
                watch.await(() -> watch.said().contains("signed     0 of 2"));
                watch.interrupt();
                Result stopped = watch.end();

                assertThat(stopped.exitCode()).isEqualTo(ExitCodes.INTERRUPTED);
                assertThat(stopped.err()).contains("was InDraft when it was last looked at", "esign status ", "--watch");
            }
        }
    }

    private String large() throws Exception {
        Path large = directory.resolve("large.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(10_000_000);
        }
        return large.toString();
    }

    private Esign esign(EsignSandbox sandbox) {
        return Esign.at(sandbox.url().toString(), directory);
    }
}
