package dev.esign.cli;

import java.net.URI;

import picocli.CommandLine.Option;

/** The host URL that eSign wants to know in many calls. */
class ReturnUrlOption {

    @Option(names = "--return-url", paramLabel = "URL", description = "Your host URL, which eSign wants to know; by default QUARKUS_ESIGN_RETURN_URL or that of the profile.")
    URI url;
}
