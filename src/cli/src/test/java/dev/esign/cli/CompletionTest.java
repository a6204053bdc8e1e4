package dev.esign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.esign.cli.CompletionCommand.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The scripts for shells, in those shells. Bash has to be there; where the others aren't, they can't be asked. */
class CompletionTest {

    private static final CommandSpec ESIGN = EsignMain.commandLine(CommandLine.defaultFactory()).getCommandSpec();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({ "sta, start|status", "send --tra, --transaction-id", "send --lint '', off|warn|refuse",
            "config '', show", "completion '', bash|zsh|fish", "lint agree, agreement.docx",
            "send --title Agreed agree, agreement.docx", "purge --u, --undo", "sandbox --journ, --journal-size" })
    void bashCompletes(String typed, String offered) throws Exception {
        Files.createFile(directory.resolve("agreement.docx"));
        Path script = script(Shell.BASH);
        String line = "esign " + typed.replace("''", "");

        String answer = run("bash", "-c", "source '" + script + "'; COMP_LINE='" + line
                + "'; read -ra COMP_WORDS <<< \"$COMP_LINE\"; "
                + "[[ $COMP_LINE == *' ' ]] && COMP_WORDS+=(''); COMP_POINT=${#COMP_LINE}; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                + "_complete_esign 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"");

        assertThat(answer.lines().map(String::strip).filter(word -> !word.isEmpty())).contains(offered.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({ "sta, start|status", "send --tra, --transaction-id", "'send --lint ', off|warn|refuse", "'config ', show",
            "'completion ', bash|zsh|fish", "lint agree, agreement.docx", "purge --u, --undo" })
    void fishCompletes(String typed, String offered) throws Exception {
        assumeThat(isThere("fish")).isTrue();
        Files.createFile(directory.resolve("agreement.docx"));

        String answer = run("fish", "--no-config", "-c",
                "source '" + script(Shell.FISH) + "'; complete --do-complete 'esign " + typed + "'");

        assertThat(answer.lines().map(line -> line.split("\t")[0])).contains(offered.split("\\|"))
                .doesNotContain("update");
    }

    @ParameterizedTest
    @CsvSource({ "sta, start|status", "send --tra, --transaction-id", "'send --lint ', off|warn|refuse", "'config ', show",
            "'completion ', bash|zsh|fish", "lint agree, agreement.docx", "purge --u, --undo" })
    void zshCompletes(String typed, String offered) throws Exception {
        assumeThat(isThere("zsh")).isTrue();
        Files.createFile(directory.resolve("agreement.docx"));
        Path functions = Files.createDirectory(directory.resolve("functions"));
        Files.copy(script(Shell.ZSH), functions.resolve("_esign"));
        // A shell within the shell, on a terminal of its own: only there zsh completes. Tab lists what there is to choose.
        // A shell within the shell, on a terminal of its own: only there zsh completes. Tab lists what there is to choose, or
        // completes the one thing there is; it is given until all of it is seen.
        Path asks = Files.writeString(directory.resolve("ask.zsh"), """
                zmodload zsh/zpty
                zpty ask zsh -f -i
                zpty -w ask "fpath=(functions \\$fpath); autoload -Uz compinit; compinit -u -D; PS1=; print RE''ADY"
                zpty -r -m ask seen '*READY*'
                zpty -w -n ask $'esign %s\\t'
                seen=
                for try in {1..400}; do
                    while zpty -r -t ask part; do seen+=$part; done
                    all=1
                    for word in %s; do [[ $seen == *$word* ]] || all=0; done
                    (( all )) && break
                    sleep 0.05
                done
                print -r -- $seen
                """.formatted(typed, offered.replace('|', ' ')));

        assertThat(run("zsh", "-f", asks.toString())).contains(offered.split("\\|"));
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void theCommandPrintsTheScript(Shell shell) throws IOException {
        assertThat(Files.readString(script(shell))).contains("esign");
    }

    @Test
    void manualPagesAreWellFormed() throws Exception {
        assumeThat(isThere("mandoc")).isTrue();
        for (CommandSpec command : CommandModel.all(ESIGN)) {
            Path page = Files.writeString(directory.resolve("page.1"), new ManPage(command).text());

            assertThat(run("mandoc", "-T", "lint", "-W", "warning", page.toString())).as(command.qualifiedName())
                    .doesNotContain("ERROR", "UNSUPP");
            assertThat(run("mandoc", "-T", "utf8", page.toString()).replaceAll(".\b", "")).contains("NAME", "SYNOPSIS",
                    "EXIT STATUS", command.qualifiedName("-") + " - ");
        }
    }

    private Path script(Shell shell) throws IOException {
        return Files.writeString(directory.resolve("script." + shell), CompletionCommand.script(shell, ESIGN));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private String run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("TERM", "xterm", "HOME", directory.toString(), "COLUMNS", "200"));
        Process process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes());
    }
}
