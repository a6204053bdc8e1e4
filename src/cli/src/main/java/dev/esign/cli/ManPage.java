package dev.esign.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of a command, in the language of man. */
final class ManPage {

    private final CommandSpec command;
    private final StringBuilder text = new StringBuilder();

    ManPage(CommandSpec command) {
        this.command = command;
    }

    /** As manual pages are called. */
    String name() {
        return command.qualifiedName("-");
    }

    String text() {
        text.setLength(0);
        text.append(".TH ").append(name().toUpperCase(Locale.ROOT)).append(" 1 \"\" \"esign\" \"eSign\"\n");
        section("NAME", name() + " - " + firstSentence());
        text.append(".SH SYNOPSIS\n.nf\n").append(escaped(synopsis())).append("\n.fi\n");
        section("DESCRIPTION", CommandModel.description(command));
        list("COMMANDS", CommandModel.subcommands(command),
                below -> ".BR " + below.qualifiedName("\\-") + " (1)", CommandModel::description);
        list("ARGUMENTS", command.positionalParameters(), parameter -> bold(parameter.paramLabel()), CommandModel::description);
        list("OPTIONS", CommandModel.options(command), ManPage::option, CommandModel::description);
        String[] footer = command.usageMessage().footer();
        if (footer.length > 0) {
            boolean examples = command.parent() != null;
            text.append(".SH ").append(examples ? "EXAMPLES" : "ENVIRONMENT").append("\n.nf\n");
            Arrays.stream(footer).filter(line -> !line.isBlank()).forEach(line -> text.append(escaped(line)).append('\n'));
            text.append(".fi\n");
        }
        list("EXIT STATUS", List.copyOf(ExitCodes.explained().entrySet()), code -> bold(code.getKey()), Map.Entry::getValue);
        if (command.parent() != null) {
            text.append(".SH SEE ALSO\n.BR ").append(escaped(command.parent().qualifiedName("-"))).append(" (1)\n");
        }
        return text.toString();
    }

    private String firstSentence() {
        String first = command.usageMessage().description()[0];
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    private String synopsis() {
        return command.commandLine().getHelp().synopsis(0).strip();
    }

    private void section(String title, String content) {
        text.append(".SH ").append(title).append('\n').append(escaped(content)).append('\n');
    }

    private <T> void list(String title, List<T> items, Function<T, String> head,
            Function<T, String> body) {
        if (items.isEmpty()) {
            return;
        }
        text.append(".SH ").append(title).append('\n');
        items.forEach(item -> text.append(".TP\n").append(head.apply(item)).append('\n').append(escaped(body.apply(item)))
                .append('\n'));
    }

    private static String option(OptionSpec option) {
        return Arrays.stream(option.names()).map(ManPage::bold).collect(Collectors.joining(", "))
                + (CommandModel.takesValue(option) ? "=\\fI" + escaped(option.paramLabel()) + "\\fR" : "");
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    /** Text that man doesn't take for its own words. */
    private static String escaped(String text) {
        return text.lines().map(line -> line.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq"))
                .map(line -> line.startsWith(".") ? "\\&" + line : line).collect(Collectors.joining("\n"));
    }
}
