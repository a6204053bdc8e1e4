package dev.esign.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code esign}, which does nothing but hold its commands. */
@Command(name = "esign", mixinStandardHelpOptions = true, versionProvider = EsignVersion.class, description = "Gets documents signed through Constellation1 eSign.", synopsisSubcommandLabel = "COMMAND", subcommands = {
        SendCommand.class, CreateCommand.class, UpdateCommand.class, StartCommand.class, StatusCommand.class,
        ListCommand.class, LogCommand.class, InviteCommand.class, SignInUrlCommand.class, PauseCommand.class,
        CancelCommand.class, CloseCommand.class, CopyCommand.class, DeleteCommand.class, PurgeCommand.class,
        LintCommand.class, LoginCommand.class, ConfigCommand.class, DoctorCommand.class, SandboxCommand.class,
        CompletionCommand.class, ManCommand.class }, footer = {
                "",
                "An account is stored by 'esign login', or given by environment variables:",
                "  QUARKUS_ESIGN_URL                where eSign's API is",
                "  QUARKUS_ESIGN_API_KEY            the API key, or",
                "  QUARKUS_ESIGN_ENCRYPTED_API_KEY  the API key, encrypted with the salt",
                "  QUARKUS_ESIGN_SALT               the salt",
                "  QUARKUS_ESIGN_USERNAME           the e-mail address of the sessions' owner",
                "  QUARKUS_ESIGN_RETURN_URL         the host URL that eSign wants to know",
                "Options count before these, and these before a stored profile. Without any of",
                "them 'esign send' runs against a sandbox of its own." })
class EsignCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: say what to do, for example 'esign send'");
    }
}
