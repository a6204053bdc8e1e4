package dev.esign.cli;

import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.config.ConfigValidationException;

/** Says why the application didn't start: mostly a setting that isn't what it has to be. Its value is never repeated. */
final class StartFailure {

    private static final Pattern PROPERTY = Pattern.compile("property (quarkus\\.[^\\s*]+) ");

    private StartFailure() {
    }

    /** Tells it; gives the exit code. */
    static int tell(Throwable failure, PrintStream err) {
        String label = new Screen().label(Tone.BAD, "failed");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigValidationException invalid) {
                err.println(label + " settings can't be read:");
                settings(invalid).forEach(name -> err.println("           " + name + " (" + Settings.variable(name)
                        + ") has a value that it can't have; see docs/configuration.md, and 'esign config show'"));
                return ExitCodes.USAGE;
            }
        }
        err.println(label + " esign couldn't start");
        failure.printStackTrace(err);
        return ExitCodes.FAILED;
    }

    private static Set<String> settings(ConfigValidationException invalid) {
        Set<String> names = new TreeSet<>();
        for (int problem = 0; problem < invalid.getProblemCount(); problem++) {
            Matcher matcher = PROPERTY.matcher(invalid.getProblem(problem).getMessage());
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
