package dev.esign.sandbox;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.esign.sandbox.control.Times;
import dev.esign.sandbox.webhook.WebhookUrl;

/** The options of {@link Main}. Messages never repeat a value, which may be an API key. */
final class CommandLine {

    static final int DEFAULT_PORT = 8980;

    static final String HELP = """
            Usage: java -jar esign-sandbox.jar [options]

            Runs an eSign service to develop and test against, on 127.0.0.1, until it is stopped.

              --port N               port to listen on, 0 for a free one (default %d)
              --tag-processing TIME  how long anchor tags are processed after an upload (default 3s)
              --token-lifetime TIME  how long an unused token stays valid (default 60s)
              --api-key KEY          an API key that exists; may be repeated (default: any)
              --user EMAIL           a user that exists; may be repeated (default: any)
              --purge-delay TIME     how long a purge waits that can be cancelled (default 72h)
              --directory PATH       keep everything in this directory (default: in memory)
              --tag-delimiters XY    what anchor tags begin and end with (default "<>")
              --tag-item-space X     what stands for a space in dropdown tags' items (default: the space itself)
              --operation NAME=VERB:URI
                                     where an operation without a published address is served, such as
                                     session-files=GET:rest/v1/sessions/{sessionId}/files; names: %s
              --webhook URL          who is told of changes of sessions and signers; may be repeated
              --webhook-retries N    how often a webhook is sent again that wasn't taken (default 0)
              --webhook-retry-delay TIME
                                     how long the first of these waits; each further one twice as long (default 1s)
              --webhook-timeout TIME how long a receiver may take to answer (default 10s)
              --journal-size N       how many requests the journal holds, 0 for none (default 1000)
              --wire MODE            which forms of JSON are taken: lenient (default), javascript-serializer or
                                     data-contract, as these readers of .NET
              --help                 show this text

            TIME is a number with a unit, such as 500ms, 3s, 2m or 72h, or an ISO 8601 duration such as PT3S.
            """.formatted(DEFAULT_PORT, operations());

    private static final Pattern OPERATION = Pattern.compile("([a-z-]+)=([A-Za-z]+):(.+)");

    private final EsignSandbox.Builder builder = EsignSandbox.builder().port(DEFAULT_PORT);
    private boolean help;

    private CommandLine() {
    }

    /** A command line that cannot be followed; the message names the option, the problem and the fix. */
    static final class UsageException extends Exception {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static CommandLine parse(String... arguments) throws UsageException {
        CommandLine line = new CommandLine();
        Iterator<String> rest = List.of(arguments).iterator();
        for (int position = 1; rest.hasNext(); position++) {
            String argument = rest.next();
            if (!argument.startsWith("--")) {
                throw new UsageException("Argument " + position + " is not an option: options begin with --, see --help.");
            }
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (option.equals("--help")) {
                line.help = true;
                continue;
            }
            if (!line.knows(option)) {
                throw new UsageException(option + " is not an option of the sandbox: --help lists them.");
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new UsageException(option + " has no value: put one after it, see --help.");
            }
            if (equals < 0) {
                position++;
            }
            line.apply(option, equals < 0 ? rest.next() : argument.substring(equals + 1));
        }
        return line;
    }

    boolean wantsHelp() {
        return help;
    }

    EsignSandbox.Builder builder() {
        return builder;
    }

    private boolean knows(String option) {
        return List.of("--port", "--tag-processing", "--token-lifetime", "--api-key", "--user", "--purge-delay",
                "--directory", "--tag-delimiters", "--tag-item-space", "--operation", "--webhook", "--webhook-retries",
                "--webhook-retry-delay", "--webhook-timeout", "--journal-size", "--wire").contains(option);
    }

    private void apply(String option, String value) throws UsageException {
        try {
            switch (option) {
                case "--port" -> builder.port(Integer.parseInt(value));
                case "--tag-processing" -> builder.tagProcessing(Times.parse(value));
                case "--token-lifetime" -> builder.tokenLifetime(Times.parse(value));
                case "--api-key" -> builder.apiKeys(value);
                case "--purge-delay" -> builder.purgeDelay(Times.parse(value));
                case "--directory" -> builder.directory(directory(value));
                case "--tag-delimiters" -> builder.tagDelimiters(letter(value, 2, 0), letter(value, 2, 1));
                case "--tag-item-space" -> builder.tagItemSpace(letter(value, 1, 0));
                case "--operation" -> operation(value);
                case "--webhook" -> builder.webhook(WebhookUrl.parse(value));
                case "--webhook-retries" -> builder.webhookRetries(Integer.parseInt(value));
                case "--webhook-retry-delay" -> builder.webhookRetryDelay(Times.parse(value));
                case "--webhook-timeout" -> builder.webhookTimeout(Times.parse(value));
                case "--wire" -> builder.wireMode(wireMode(value));
                case "--journal-size" -> builder.journalSize(Integer.parseInt(value));
                default -> builder.users(value);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UsageException(option + " has a value it cannot use: give " + switch (option) {
                case "--port" -> "a number from 0 (a free port) to 65535.";
                case "--tag-delimiters" -> "two signs that are no letters, digits, spaces or _, such as ##.";
                case "--tag-item-space" -> "one sign that is no letter, digit, space, _ or delimiter, such as |.";
                case "--directory" -> "the path of a directory.";
                case "--operation" -> "NAME=VERB:URI with one of the names in --help.";
                case "--tag-processing", "--purge-delay" -> "a time of 0s or more, such as 500ms, 3s or PT3S.";
                case "--token-lifetime" -> "a time above zero, such as 500ms, 60s or PT1M.";
                case "--webhook" -> "an absolute http or https URL with a host, such as http://localhost:8080/webhook.";
                case "--webhook-retries" -> "a number from 0 to 20.";
                case "--webhook-retry-delay", "--webhook-timeout" -> "a time above zero, up to 1m, such as 500ms or PT10S.";
                case "--wire" -> "one of lenient, javascript-serializer and data-contract.";
                case "--journal-size" -> "a number from 0 (none) to 100000.";
                default -> "a text that is not blank.";
            });
        }
    }

    private void operation(String value) {
        Matcher matcher = OPERATION.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no operation");
        }
        UnpublishedOperation operation = Arrays.stream(UnpublishedOperation.values())
                .filter(candidate -> candidate.id().equals(matcher.group(1))).findFirst().orElseThrow(
                        () -> new IllegalArgumentException("unknown operation"));
        builder.operation(operation, matcher.group(2), matcher.group(3));
    }

    private static char letter(String value, int length, int index) {
        if (value.length() != length) {
            throw new IllegalArgumentException("another length");
        }
        return value.charAt(index);
    }

    private static Path directory(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("no path");
        }
        return Path.of(value);
    }

    private static String operations() {
        return Arrays.stream(UnpublishedOperation.values()).map(UnpublishedOperation::id)
                .collect(Collectors.joining(",\n                                     "));
    }

    private static WireMode wireMode(String id) {
        return Arrays.stream(WireMode.values()).filter(mode -> mode.id().equals(id)).findAny()
                .orElseThrow(IllegalArgumentException::new);
    }
}
