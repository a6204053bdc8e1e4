package dev.esign.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.esign.cli.AccountCommand.Need;
import dev.esign.sandbox.EsignSandbox;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Where {@code esign} begins. Help, mistakes in the words of the command line, and commands that call no eSign need no
 * application; only the others are run in one. What can be played with a sandbox runs against one while there is no account.
 */
@QuarkusMain
public final class EsignMain {

    private static final int RUN_IT = -1;

    private EsignMain() {
    }

    /**
     * Runs the command line.
     *
     * @param args the words after {@code esign}
     */
    public static void main(String... args) {
        // Before anything logs: later it would be too late, and everyone's log would end up on the screen.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // From Java 22 on there would otherwise be a console where there is no terminal.
        System.setProperty("jdk.console", "java.base");
        AtomicBoolean play = new AtomicBoolean();
        int understood = commandLine(CommandLine.defaultFactory()).setExecutionStrategy(parsed -> {
            Integer help = CommandLine.executeHelpRequest(parsed);
            if (help != null) {
                return help;
            }
            if (!(last(parsed).getCommand() instanceof AccountCommand command)) {
                return new RunLast().execute(parsed);
            }
            play.set(needsSandbox(command, last(parsed)));
            return RUN_IT;
        }).execute(args);
        if (understood != RUN_IT) {
            System.exit(understood);
        }
        Optional<EsignSandbox> sandbox = play.get() ? Optional.of(Account.startSandbox()) : Optional.empty();
        Quarkus.run(EsignApplication.class, (code, failure) -> {
            sandbox.ifPresent(EsignSandbox::close);
            System.exit(failure == null ? code : StartFailure.tell(failure, System.err));
        }, args);
    }

    /** Puts the settings in place, before the application reads them, and looks whether there is an account. */
    private static boolean needsSandbox(AccountCommand command, CommandLine line) {
        try {
            command.settings().apply();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(line, wrong.getMessage());
        }
        if (command.need() == Need.NOTHING || Settings.nameAnAccount()) {
            return false;
        }
        if (command.need() == Need.ACCOUNT) {
            throw new ParameterException(line, "No eSign account is configured: run 'esign login', or set QUARKUS_ESIGN_URL, "
                    + "QUARKUS_ESIGN_API_KEY, QUARKUS_ESIGN_SALT and QUARKUS_ESIGN_USERNAME");
        }
        return true;
    }

    private static CommandLine last(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().commandLine();
    }

    /** The command line with all its commands, which {@code factory} makes. */
    static CommandLine commandLine(CommandLine.IFactory factory) {
        CommandLine line = new CommandLine(EsignCommand.class, factory).setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.detect().colours() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(new Misuse()).setExecutionExceptionHandler(new Failure());
        line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes, the same for all commands:%n")
                .exitCodeList(ExitCodes.explained());
        return line;
    }
}
