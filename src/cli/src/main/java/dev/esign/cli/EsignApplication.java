package dev.esign.cli;

import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** Runs a command with everything that it injects. */
public class EsignApplication implements QuarkusApplication {

    private final CommandLine.IFactory factory;

    EsignApplication(CommandLine.IFactory factory) {
        this.factory = factory;
    }

    @Override
    public int run(String... args) {
        return EsignMain.commandLine(factory).execute(args);
    }
}
