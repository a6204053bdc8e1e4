package dev.esign.cli;

import java.util.List;
import java.util.concurrent.Callable;

import dev.esign.sandbox.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code esign sandbox}: hands its options to the sandbox, which knows what they may be. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, sortOptions = false, description = "Runs an eSign service to develop and test against, on 127.0.0.1, until it is stopped.", footerHeading = "%nExamples:%n", footer = {
        "  esign sandbox --port 8980 --tag-processing 1s",
        "  esign sandbox --directory /tmp/sandbox --webhook http://localhost:8080/esign/webhook" })
class SandboxCommand implements Callable<Integer> {

    private static final String TIMES = "; a time such as 500ms, 3s, 2m, 72h or PT3S";

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on, 0 for a free one; 8980 by default.")
    List<String> port;

    @Option(names = "--tag-processing", paramLabel = "TIME", description = "How long anchor tags are processed after an upload; 3s by default"
            + TIMES + ".")
    List<String> tagProcessing;

    @Option(names = "--token-lifetime", paramLabel = "TIME", description = "How long an unused token stays valid; 60s by default.")
    List<String> tokenLifetime;

    @Option(names = "--api-key", paramLabel = "KEY", description = "An API key that exists; may be repeated. By default any does.")
    List<String> apiKeys;

    @Option(names = "--user", paramLabel = "EMAIL", description = "A user that exists; may be repeated. By default any does.")
    List<String> users;

    @Option(names = "--purge-delay", paramLabel = "TIME", description = "How long a purge waits that can be cancelled; 72h by default.")
    List<String> purgeDelay;

    @Option(names = "--directory", paramLabel = "PATH", description = "Keep everything in this directory; in memory by default.")
    List<String> directory;

    @Option(names = "--tag-delimiters", paramLabel = "XY", description = "What anchor tags begin and end with; <> by default.")
    List<String> tagDelimiters;

    @Option(names = "--tag-item-space", paramLabel = "X", description = "What stands for a space in the items of dropdowns; the space itself by default.")
    List<String> tagItemSpace;

    @Option(names = "--operation", paramLabel = "NAME=VERB:URI", description = "Where an operation without a published address is served, such as session-files=GET:rest/v1/sessions/{sessionId}/files; may be repeated.")
    List<String> operations;

    @Option(names = "--webhook", paramLabel = "URL", description = "Who is told of changes of sessions and signers; may be repeated.")
    List<String> webhooks;

    @Option(names = "--webhook-retries", paramLabel = "N", description = "How often a webhook is sent again that wasn't taken; 0 by default.")
    List<String> webhookRetries;

    @Option(names = "--webhook-retry-delay", paramLabel = "TIME", description = "How long the first of these waits, each further one twice as long; 1s by default.")
    List<String> webhookRetryDelay;

    @Option(names = "--webhook-timeout", paramLabel = "TIME", description = "How long a receiver may take to answer; 10s by default.")
    List<String> webhookTimeout;

    @Option(names = "--journal-size", paramLabel = "N", description = "How many requests the journal holds, 0 for none; 1000 by default.")
    List<String> journalSize;

    @Option(names = "--wire", paramLabel = "MODE", description = "Which forms of JSON are taken: lenient (by default), javascript-serializer or data-contract, as these readers of .NET.")
    List<String> wire;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<OptionSpec> given = spec.commandLine().getParseResult().matchedOptions();
        Main.main(given.stream().distinct()
                .flatMap(option -> option.originalStringValues().stream().map(value -> option.longestName() + "=" + value))
                .toArray(String[]::new));
        return ExitCodes.DONE;
    }
}
