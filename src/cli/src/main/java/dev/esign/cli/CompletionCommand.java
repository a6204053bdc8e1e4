package dev.esign.cli;

import java.util.Locale;
import java.util.concurrent.Callable;

import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code esign completion}. */
@Command(name = "completion", mixinStandardHelpOptions = true, description = "Prints a script that lets a shell complete commands, options and files.", footerHeading = "%nExamples:%n", footer = {
        "  source <(esign completion bash)",
        "  esign completion zsh > ~/.zfunc/_esign",
        "  esign completion fish > ~/.config/fish/completions/esign.fish" })
class CompletionCommand implements Callable<Integer> {

    /** The shells that are known. */
    @RegisterForReflection
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    Shell shell;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        System.out.print(script(shell, spec.root()));
        System.out.flush();
        return ExitCodes.DONE;
    }

    static String script(Shell shell, CommandSpec root) {
        return switch (shell) {
            case BASH -> AutoComplete.bash(root.name(), root.commandLine());
            case ZSH -> new ZshCompletion(root).script();
            case FISH -> new FishCompletion(root).script();
        };
    }
}
