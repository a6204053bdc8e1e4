package dev.esign.cli;

import java.io.PrintWriter;

import dev.esign.EsignException;
import dev.esign.model.SessionId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a command failed; a stack trace only for what nobody foresaw. */
class Failure implements IExecutionExceptionHandler {

    /** What a script reads. */
    @RegisterForReflection
    record View(Error error) {
    }

    /**
     * What failed.
     *
     * @param kind as the exit code
     * @param message the same sentence
     * @param operation the call of eSign's API
     * @param sessionId the session it was about
     * @param transactionId the caller's own identity of that session
     */
    @RegisterForReflection
    record Error(String kind, String message, String operation, String sessionId, String transactionId) {
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (Interruption.isUnderWay()) {
            return ExitCodes.INTERRUPTED; // and what was done is told already
        }
        int exitCode = ExitCodes.of(failure);
        PrintWriter err = commandLine.getErr();
        Screen screen = new Screen();
        if (commandLine.getCommand() instanceof ForScripts command && command.wantsJson()) {
            screen.json(new View(error(exitCode, failure)));
        }
        err.println(screen.label(Tone.BAD, "failed") + " " + failure.getMessage());
        if (exitCode == ExitCodes.FAILED) {
            failure.printStackTrace(err);
        }
        err.flush();
        return exitCode;
    }

    private static Error error(int exitCode, Exception failure) {
        return failure instanceof EsignException known
                ? new Error(ExitCodes.kind(exitCode), known.getMessage(), known.operation().documentedName(),
                        known.sessionId().map(SessionId::value).orElse(null), known.transactionId().orElse(null))
                : new Error(ExitCodes.kind(exitCode), failure.getMessage(), null, null, null);
    }
}
