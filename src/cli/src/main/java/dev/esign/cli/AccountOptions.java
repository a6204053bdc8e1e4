package dev.esign.cli;

import java.net.URI;
import java.time.Duration;

import picocli.CommandLine.Option;

/** Which account, where the environment or a profile doesn't say or says something else. */
class AccountOptions {

    @Option(names = "--profile", paramLabel = "NAME", description = "The account that 'esign login --profile NAME' stored; by default ESIGN_PROFILE, else 'default'.")
    String profile;

    @Option(names = "--url", paramLabel = "URL", description = "Where eSign's API is.")
    URI url;

    @Option(names = "--username", paramLabel = "EMAIL", description = "The sessions' owner.")
    String username;

    @Option(names = "--timeout", paramLabel = "TIME", converter = DurationOption.class, description = "The longest that a call may take, for example 90s.")
    Duration timeout;
}
