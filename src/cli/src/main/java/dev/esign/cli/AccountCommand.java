package dev.esign.cli;

import java.util.List;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that calls eSign with an account. */
@Command(mixinStandardHelpOptions = true, sortOptions = false, footerHeading = "%nExamples:%n")
abstract class AccountCommand implements Callable<Integer>, ForScripts {

    /** What a command does about an account that isn't there. */
    enum Need {
        /** It can't do without. */
        ACCOUNT,
        /** It plays with a sandbox of its own. */
        ACCOUNT_OR_SANDBOX,
        /** It deals with that itself. */
        NOTHING
    }

    @Option(names = "--json", description = "Answer in JSON, for scripts.")
    boolean json;

    @ArgGroup(exclusive = false, heading = "%nAccount:%n", order = 1000)
    AccountOptions account = new AccountOptions();

    @Spec
    CommandSpec spec;

    @Inject
    Screen screen;

    Need need() {
        return Need.ACCOUNT;
    }

    /** The settings that it runs with. */
    Settings settings() {
        return Settings.of(account, false, spec.commandLine());
    }

    @Override
    public boolean wantsJson() {
        return json;
    }

    @Override
    public final Integer call() {
        if (json) {
            screen.onlyJson();
        }
        try (Interruption open = Interruption.tells(screen, this::whenInterrupted)) {
            return run();
        } finally {
            screen.endBar();
        }
    }

    /** Does it; gives the exit code. */
    abstract int run();

    /** What was done and how to go on, for a person who pressed Ctrl-C just now. */
    abstract List<String> whenInterrupted();

    /** Ends with a result for scripts. */
    int done(Object result) {
        if (json) {
            screen.json(result);
        }
        return ExitCodes.DONE;
    }

    ParameterException misuse(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
