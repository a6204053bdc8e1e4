package dev.esign.cli;

import java.util.Optional;

import dev.esign.sandbox.EsignSandbox;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/**
 * Where {@code esign} begins. Help and mistakes in the words of the command line need no application; only what is right is
 * run in one. Without any account it runs against a sandbox of its own.
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
        int understood = commandLine(CommandLine.defaultFactory()).setExecutionStrategy(parsed -> {
            Integer help = CommandLine.executeHelpRequest(parsed);
            return help == null ? RUN_IT : help;
        }).execute(args);
        if (understood != RUN_IT) {
            System.exit(understood);
        }
        Optional<EsignSandbox> sandbox = Account.isConfigured() ? Optional.empty() : Optional.of(Account.startSandbox());
        Quarkus.run(EsignApplication.class, (code, failure) -> {
            sandbox.ifPresent(EsignSandbox::close);
            if (failure != null) {
                System.err.println("esign failed: " + failure);
            }
            System.exit(code);
        }, args);
    }

    /** The command line with all its commands, which {@code factory} makes. */
    static CommandLine commandLine(CommandLine.IFactory factory) {
        return new CommandLine(EsignCommand.class, factory).setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new Misuse()).setExecutionExceptionHandler(new Failure());
    }
}
