package dev.esign.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Files that a person names. */
final class GivenFiles {

    private GivenFiles() {
    }

    /** @throws ParameterException when one isn't there or can't be read */
    static void check(List<Path> files, CommandSpec command) {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new ParameterException(command.commandLine(), "FILE '" + file + "' "
                        + (Files.exists(file) ? "can't be read" : "doesn't exist") + "; give a readable file");
            }
        }
    }

    static String name(Path file) {
        return file.getFileName().toString();
    }
}
