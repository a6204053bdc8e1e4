package dev.esign.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What generators of completion and manual pages want to know of commands. */
final class CommandModel {

    private CommandModel() {
    }

    /** The commands below one, in their order. */
    static List<CommandSpec> subcommands(CommandSpec command) {
        return command.subcommands().values().stream().map(line -> line.getCommandSpec()).distinct().toList();
    }

    /** A command and all below it. */
    static List<CommandSpec> all(CommandSpec command) {
        List<CommandSpec> all = new ArrayList<>(List.of(command));
        subcommands(command).forEach(below -> all.addAll(all(below)));
        return all;
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    /** The description as one text, with its variables filled in. */
    static String description(ArgSpec arg) {
        return String.join(" ", arg.description()).replace("${DEFAULT-VALUE}", String.valueOf(arg.defaultValueString()))
                .replace("${COMPLETION-CANDIDATES}", String.join(", ", candidates(arg)));
    }

    static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    static boolean takesFiles(ArgSpec arg) {
        return Stream.concat(Stream.of(arg.type()), Arrays.stream(arg.auxiliaryTypes())).anyMatch(Path.class::equals);
    }

    /** The values that can be given, if those are all known. */
    static List<String> candidates(ArgSpec arg) {
        if (arg.completionCandidates() != null) {
            return StreamSupport.stream(arg.completionCandidates().spliterator(), false).toList();
        }
        return Arrays.stream(arg.type().isEnum() ? arg.type().getEnumConstants() : new Object[0]).map(Object::toString)
                .toList();
    }
}
