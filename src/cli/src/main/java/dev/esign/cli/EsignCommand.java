package dev.esign.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code esign}, which does nothing but hold its commands. */
@Command(name = "esign", mixinStandardHelpOptions = true, versionProvider = EsignVersion.class, subcommands = SendCommand.class, description = "Sends documents for signature through Constellation1 eSign.", synopsisSubcommandLabel = "COMMAND", footer = {
        "",
        "Settings are environment variables or properties of the same meaning:",
        "  QUARKUS_ESIGN_URL         where eSign's API is",
        "  QUARKUS_ESIGN_API_KEY     the API key",
        "  QUARKUS_ESIGN_SALT        the salt to encrypt it with",
        "  QUARKUS_ESIGN_USERNAME    the e-mail address of the sessions' owner",
        "  QUARKUS_ESIGN_RETURN_URL  the host URL that eSign wants to know",
        "Without any of them everything runs against an embedded sandbox.",
        "",
        "Exit codes:",
        "  0 done                      3 refused by eSign",
        "  1 failed unexpectedly       4 could not reach eSign",
        "  2 bad usage or settings     5 outcome unknown" })
class EsignCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: say what to do, for example 'esign send'");
    }
}
