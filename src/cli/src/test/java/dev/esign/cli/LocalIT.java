package dev.esign.cli;

import static dev.esign.cli.Samples.DOCX;
import static dev.esign.cli.Samples.PDF;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.esign.cli.Esign.Result;
import dev.esign.cli.Esign.Running;

/** Commands that call no eSign. */
class LocalIT {

    @TempDir
    Path directory;

    @Test
    void goodTagsAreNothingToComplainOf() throws Exception {
        Result clean = esign().run("lint", DOCX, PDF, "--role", "Seller 1", "--role", "Buyer 1", "--strict");
        Result rolesUnknown = esign().run("lint", DOCX);

        assertThat(clean.exitCode()).as(clean.out()).isZero();
        assertThat(clean.out()).contains("document   purchase-agreement.docx: 9 tags for Buyer 1, Seller 1",
                "lint       nothing to complain of");
        assertThat(rolesUnknown.exitCode()).as(rolesUnknown.out()).isZero();
    }

    @Test
    void findingsHavePlacesAndCuresAndAnExitCode() throws Exception {
        Result people = esign().run("lint", DOCX, "--role", "Seller 1", "--role", "Byer 1");
        Result scripts = esign().run("lint", DOCX, "--role", "Seller 1", "--role", "Byer 1", "--json");
        Result otherDelimiters = esign().run("lint", DOCX, "--delimiters", "##", "--strict");
        Result bySetting = esign().variable("QUARKUS_ESIGN_ANCHOR_TAGS_OPENING_DELIMITER", "#")
                .variable("QUARKUS_ESIGN_ANCHOR_TAGS_CLOSING_DELIMITER", "#").run("lint", DOCX);
        Path broken = Files.writeString(directory.resolve("broken.pdf"), "%PDF-1.4 and no more");
        Result unreadable = esign().run("lint", broken.toString(), "--json");

        assertThat(people.exitCode()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(people.out())
                .contains("error      purchase-agreement.docx, document, paragraph 15 (table 1, row 2, cell 2)\n"
                        + "           sig_req_Buyer 1_175\n", "cure: ", "(ROLE_WITHOUT_SIGNER)");
        assertThat(scripts.exitCode()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(scripts.out()).hasLineCount(1).contains("\"code\":\"ROLE_WITHOUT_SIGNER\"", "\"cure\":\"",
                "\"roles\":[\"Buyer 1\",\"Seller 1\"]");
        assertThat(otherDelimiters.exitCode()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(otherDelimiters.out()).contains("0 errors", "(OTHER_DELIMITERS)");
        assertThat(bySetting.exitCode()).as("warnings alone").isZero();
        assertThat(bySetting.out()).contains("(OTHER_DELIMITERS)");
        assertThat(unreadable.exitCode()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(unreadable.out()).contains("DOCUMENT_BROKEN").doesNotContain("\"tags\"");
    }

    @Test
    void theSandboxRunsUntilItIsStopped() throws Exception {
        try (Running sandbox = esign().start("sandbox", "--port=0", "--api-key", "one", "--api-key", "two", "--tag-processing",
                "10ms")) {
            sandbox.await(() -> sandbox.said().contains("quarkus.esign.url="));
            String url = sandbox.said().lines().findFirst().orElseThrow().replaceFirst(".* ", "");

            Result listed = Esign.at(url, directory).variable("QUARKUS_ESIGN_API_KEY", "two").run("list", "--expired");
            Result refused = Esign.at(url, directory).variable("QUARKUS_ESIGN_API_KEY", "three").run("list", "--expired");
            sandbox.interrupt();

            assertThat(listed.out()).isEqualTo("No such session.\n");
            assertThat(refused.exitCode()).isEqualTo(ExitCodes.REFUSED);
            assertThat(sandbox.end().exitCode()).isEqualTo(ExitCodes.INTERRUPTED);
        }
        Result misused = esign().run("sandbox", "--port", "x");
        assertThat(misused.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(misused.err()).contains("--port has a value it cannot use");
    }

    @Test
    void manualPagesAreWrittenForEachCommand() throws Exception {
        Result man = esign().run("man", "--directory", directory.resolve("man1").toString());

        assertThat(man.exitCode()).as(man.err()).isZero();
        try (var pages = Files.list(directory.resolve("man1"))) {
            assertThat(pages.map(page -> page.getFileName().toString())).contains("esign.1", "esign-send.1",
                    "esign-config-show.1");
        }
        assertThat(esign().run("man", "config", "show").out())
                .isEqualTo(Files.readString(directory.resolve("man1/esign-config-show.1")));
    }

    private Esign esign() {
        return new Esign(directory, Map.of());
    }
}
