package dev.esign.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes the script by which zsh completes: a function for each command. */
final class ZshCompletion {

    private final CommandSpec root;

    ZshCompletion(CommandSpec root) {
        this.root = root;
    }

    String script() {
        StringBuilder script = new StringBuilder(
                "#compdef " + root.name() + "\n# Completion of " + root.name() + " for zsh.\n\n");
        CommandModel.all(root).forEach(command -> add(command, script));
        // Autoloaded, the file is the function itself; sourced, it has to be registered.
        return script.append("if [ \"$funcstack[1]\" = \"").append(function(root)).append("\" ]; then\n    ")
                .append(function(root)).append(" \"$@\"\nelse\n    compdef ").append(function(root)).append(' ')
                .append(root.name()).append("\nfi\n").toString();
    }

    private void add(CommandSpec command, StringBuilder script) {
        List<CommandSpec> below = CommandModel.subcommands(command);
        script.append(function(command)).append("() {\n");
        if (!below.isEmpty()) {
            script.append("    local curcontext=\"$curcontext\" state line\n");
        }
        script.append("    _arguments -s").append(below.isEmpty() ? "" : " -C");
        CommandModel.options(command).forEach(option -> part(script, option(option)));
        if (below.isEmpty()) {
            command.positionalParameters().forEach(parameter -> part(script, positional(parameter)));
            script.append("\n}\n\n");
            return;
        }
        part(script, "'1: :->command'");
        part(script, "'*:: :->rest'");
        script.append("\n    case $state in\n    command)\n        local -a commands=(\n");
        below.forEach(subcommand -> script.append("            ")
                .append(quoted(subcommand.name() + ":" + CommandModel.description(subcommand))).append('\n'));
        script.append("        )\n        _describe command commands ;;\n    rest)\n        case $line[1] in\n");
        below.forEach(subcommand -> script.append("        ").append(subcommand.name()).append(") ")
                .append(function(subcommand)).append(" ;;\n"));
        script.append("        esac ;;\n    esac\n}\n\n");
    }

    private static void part(StringBuilder script, String part) {
        script.append(" \\\n        ").append(part);
    }

    private static String option(OptionSpec option) {
        String names = option.names().length == 1 ? option.longestName()
                : "'{" + String.join(",", option.names()) + "}'";
        String repeated = option.isMultiValue() ? "*"
                : "(" + Arrays.stream(option.names()).collect(Collectors.joining(" ")) + ")";
        return "'" + repeated + names + "[" + escaped(CommandModel.description(option)) + "]"
                + (CommandModel.takesValue(option) ? ":" + escaped(option.paramLabel()) + ":" + action(option) : "") + "'";
    }

    private static String positional(ArgSpec parameter) {
        return "'" + (parameter.arity().max() > 1 ? "*" : "") + ":" + escaped(parameter.paramLabel()) + ":" + action(parameter)
                + "'";
    }

    private static String action(ArgSpec arg) {
        List<String> candidates = CommandModel.candidates(arg);
        if (!candidates.isEmpty()) {
            return "(" + String.join(" ", candidates) + ")";
        }
        return CommandModel.takesFiles(arg) ? "_files" : "";
    }

    private static String function(CommandSpec command) {
        return "_" + command.qualifiedName("_").replace('-', '_');
    }

    /** For the inside of quotation marks and of the brackets of {@code _arguments}. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:").replace("'", "'\\''");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
