package dev.esign.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes the script by which fish completes. */
final class FishCompletion {

    private final CommandSpec root;

    FishCompletion(CommandSpec root) {
        this.root = root;
    }

    String script() {
        StringBuilder script = new StringBuilder("# Completion of " + root.name() + " for fish.\n");
        script.append("complete -c ").append(root.name()).append(" -f\n");
        CommandModel.all(root).forEach(command -> add(command, script));
        return script.toString();
    }

    private void add(CommandSpec command, StringBuilder script) {
        List<CommandSpec> below = CommandModel.subcommands(command);
        String here = condition(command, below);
        for (CommandSpec subcommand : below) {
            line(script, here, "-a " + subcommand.name() + describe(CommandModel.description(subcommand)));
        }
        for (OptionSpec option : CommandModel.options(command)) {
            String names = Arrays.stream(option.names())
                    .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                    .collect(Collectors.joining(" "));
            line(script, here, names + value(option) + describe(CommandModel.description(option)));
        }
        for (ArgSpec parameter : command.positionalParameters()) {
            if (CommandModel.takesFiles(parameter)) {
                line(script, here, "-F");
            }
            CommandModel.candidates(parameter).forEach(candidate -> line(script, here, "-a " + candidate));
        }
    }

    private static String value(OptionSpec option) {
        if (!CommandModel.takesValue(option)) {
            return "";
        }
        List<String> candidates = CommandModel.candidates(option);
        return candidates.isEmpty() ? (CommandModel.takesFiles(option) ? " -r -F" : " -x")
                : " -x -a '" + String.join(" ", candidates) + "'";
    }

    /** All words of the command are there, and none of a command below it. */
    private static String condition(CommandSpec command, List<CommandSpec> below) {
        StringBuilder condition = new StringBuilder();
        for (CommandSpec each = command; each.parent() != null; each = each.parent()) {
            condition.insert(0, "__fish_seen_subcommand_from " + each.name() + "; and ");
        }
        String names = below.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
        return condition.append(names.isEmpty() ? "true" : "not __fish_seen_subcommand_from " + names).toString();
    }

    private void line(StringBuilder script, String condition, String rest) {
        script.append("complete -c ").append(root.name()).append(" -n '").append(condition).append("' ").append(rest)
                .append('\n');
    }

    private static String describe(String text) {
        return " -d '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
