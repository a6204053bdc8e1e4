package dev.esign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The words of the command line, as far as they need no process. */
class UsageTest {

    private static final Pattern WORD = Pattern.compile("\"((?:[^\"$]|\\$\\([^)]*\\))*)\"|'([^']*)'|(\\S+)");

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = { "", "sned", "send", "send a.pdf --signer nonsense", "send a.pdf --wrong", "list",
            "list --archived --expired", "purge X --now --undo", "copy X --readdress me", "status X --timeout 0s",
            "status X --interval soon", "send a.pdf --lint perhaps", "send a.pdf --expires-on tomorrow", "completion",
            "completion csh", "config", "man nothing", "lint" })
    void whatIsWrongIsNamedAndWhereToReadMore(String line) {
        int exitCode = line().execute(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("Try 'esign").doesNotContain("\tat ").hasLineCount(2);
    }

    @Test
    void aSlipIsMetWithASuggestion() {
        CommandLine line = line();

        line.execute("statsu");

        assertThat(err.toString()).contains("Did you mean", "status");
    }

    static Stream<CommandSpec> commands() {
        return CommandModel.all(EsignMain.commandLine(CommandLine.defaultFactory()).getCommandSpec()).stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandExplainsItselfWithExamplesThatWork(CommandSpec command) {
        String help = command.commandLine().getUsageMessage();

        assertThat(command.usageMessage().description()).isNotEmpty();
        assertThat(help).doesNotContain("@|", "${").contains("-h, --help");
        if (command.parent() != null) {
            List<List<String>> examples = examples(List.of(command.usageMessage().footer()));
            assertThat(examples).isNotEmpty();
            examples.forEach(UsageTest::parse);
        }
        CommandModel.options(command).forEach(option -> assertThat(option.description()).as(option.longestName()).isNotEmpty());
    }

    @Test
    void theGuideShowsEachCommandAndItsExamplesWork() throws IOException {
        List<String> guide = Files.readAllLines(Path.of("..", "..", "docs", "command-line.md"));

        List<List<String>> examples = examples(guide.stream().filter(line -> line.startsWith("    ")).toList());

        examples.forEach(UsageTest::parse);
        Set<String> shown = examples.stream().flatMap(List::stream).collect(Collectors.toSet());
        assertThat(commands().map(CommandSpec::name).filter(name -> !name.equals("esign"))).allSatisfy(
                name -> assertThat(shown).contains(name));
        commands().flatMap(command -> CommandModel.options(command).stream()).flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--") && !List.of("--help", "--version").contains(name))
                .filter(name -> !SANDBOX_OPTIONS.contains(name))
                .forEach(name -> assertThat(guide).as(name).anyMatch(line -> line.contains(name)));
    }

    private static final Set<String> SANDBOX_OPTIONS = CommandModel
            .options(EsignMain.commandLine(CommandLine.defaultFactory()).getSubcommands().get("sandbox").getCommandSpec())
            .stream().flatMap(option -> Stream.of(option.names())).collect(Collectors.toSet());

    @Test
    void theSandboxHasTheOptionsThatItHasAlone() throws Exception {
        Process sandbox = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "dev.esign.sandbox.Main", "--help").start();
        String help = new String(sandbox.getInputStream().readAllBytes());
        Set<String> alone = new TreeSet<>();
        Matcher option = Pattern.compile("(?m)^ +(--[a-z-]+)").matcher(help);
        while (option.find()) {
            alone.add(option.group(1));
        }

        Set<String> here = new TreeSet<>(SANDBOX_OPTIONS);
        here.removeIf(name -> !name.startsWith("--") || name.equals("--version"));
        assertThat(here).hasSizeGreaterThan(10).isEqualTo(alone);
    }

    @Test
    void exitCodesAreExplainedWhereTheyAreSaidToBe() throws IOException {
        String guide = Files.readString(Path.of("..", "..", "docs", "command-line.md"));

        ExitCodes.explained().keySet().forEach(code -> assertThat(guide).contains("\n| " + code + " | "));
        assertThat(line().getUsageMessage()).contains(ExitCodes.explained().values());
    }

    @ParameterizedTest
    @ValueSource(classes = { SendCommand.View.class, CreateCommand.View.class, UpdateCommand.View.class,
            SessionCommand.Done.class,
            CopyCommand.View.class, InviteCommand.View.class, SignInUrlCommand.View.class, StatusCommand.View.class,
            StatusCommand.DocumentView.class, StatusCommand.SignerView.class, ListCommand.Row.class, LogCommand.Row.class,
            LintCommand.View.class, LintCommand.DocumentView.class, TagReport.FindingView.class, LoginCommand.View.class,
            ConfigCommand.Show.View.class, ConfigCommand.Show.SettingView.class, DoctorCommand.View.class,
            Diagnosis.Check.class,
            Failure.View.class, Failure.Error.class })
    void membersOfJsonAreInTheGuideAndKnownToNativeExecutables(Class<?> view) throws IOException {
        String guide = Files.readString(Path.of("..", "..", "docs", "command-line.md"));

        assertThat(view.getRecordComponents()).isNotEmpty()
                .allSatisfy(member -> assertThat(guide).contains("`" + member.getName() + "`"));
        assertThat(view).hasAnnotation(RegisterForReflection.class);
    }

    private CommandLine line() {
        return EsignMain.commandLine(CommandLine.defaultFactory()).setErr(new PrintWriter(err, true));
    }

    /** What stands behind {@code esign} in lines of a shell, as far as the next pipe or redirection. */
    private static List<List<String>> examples(List<String> lines) {
        List<List<String>> examples = new ArrayList<>();
        String text = String.join("\n", lines).replaceAll("\\\\\\s*\n", " ");
        text.lines().forEach(line -> {
            Matcher command = Pattern.compile("(?:^|[\\s(])esign ([^|<>)#]*(?:<[^ >|]*@[^>]*>[^|<>)#]*)*)").matcher(line);
            while (command.find()) {
                examples.add(words(command.group(1)));
            }
        });
        return examples;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(Stream.of(word.group(1), word.group(2), word.group(3)).filter(found -> found != null).findFirst()
                    .orElseThrow());
        }
        return words;
    }

    private static void parse(List<String> words) {
        EsignMain.commandLine(CommandLine.defaultFactory()).parseArgs(words.toArray(String[]::new));
        assertThat(Arrays.asList("send", "create", "update", "start", "status", "list", "log", "invite", "sign-in-url", "pause",
                "cancel", "close", "copy", "delete", "purge", "lint", "login", "config", "doctor", "sandbox", "completion",
                "man",
                "--help", "--version")).contains(words.get(0));
    }
}
