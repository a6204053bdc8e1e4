package dev.esign.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code esign man}. */
@Command(name = "man", mixinStandardHelpOptions = true, description = "Prints the manual page of a command, or writes them all into a directory.", footerHeading = "%nExamples:%n", footer = {
        "  esign man send | man -l -",
        "  esign man --directory ~/.local/share/man/man1" })
class ManCommand implements Callable<Integer> {

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, such as send or config show; esign itself by default.")
    List<String> words = List.of();

    @Option(names = "--directory", paramLabel = "PATH", description = "Where to write all pages.")
    Path directory;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (directory == null) {
            System.out.print(new ManPage(wanted()).text());
            System.out.flush();
            return ExitCodes.DONE;
        }
        Files.createDirectories(directory);
        List<CommandSpec> commands = CommandModel.all(spec.root());
        for (CommandSpec command : commands) {
            ManPage page = new ManPage(command);
            Files.writeString(directory.resolve(page.name() + ".1"), page.text());
        }
        new Screen().step(Tone.GOOD, "written", commands.size() + " pages into " + directory);
        return ExitCodes.DONE;
    }

    private CommandSpec wanted() {
        CommandSpec command = spec.root();
        for (String word : words) {
            CommandSpec parent = command;
            command = CommandModel.subcommands(parent).stream().filter(below -> below.name().equals(word)).findFirst()
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "COMMAND '" + word + "' isn't a command of "
                            + parent.qualifiedName() + "; see: esign --help"));
        }
        return command;
    }
}
