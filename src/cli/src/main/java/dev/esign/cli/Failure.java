package dev.esign.cli;

import java.io.PrintWriter;

import dev.esign.EsignException;
import io.quarkus.runtime.configuration.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a command failed; a stack trace only for what nobody foresaw. */
class Failure implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        err.println("failed     " + failure.getMessage());
        if (!(failure instanceof EsignException || failure instanceof ConfigurationException
                || failure instanceof IllegalArgumentException)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCodes.of(failure);
    }
}
