package dev.esign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.cli.Esign.Result;
import dev.esign.cli.Esign.Running;

/** How sessions go on and end. */
class SessionEndIT extends SandboxedCommands {

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
            assertThat(lines.out().lines().map(SandboxedCommands::read).map(line -> line.get("status").textValue())).endsWith(
                    "Completed").startsWith("InSent");
        }

        String other = send("--transaction-id", "deal 9");
        esign().run("cancel", other);
        assertThat(esign().run("status", other, "--watch").exitCode()).isEqualTo(ExitCodes.FINDINGS);
    }
}
