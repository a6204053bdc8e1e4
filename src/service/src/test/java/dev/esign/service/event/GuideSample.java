package dev.esign.service.event;

import static dev.esign.service.Awaiting.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Code of the guide, run as it stands there. */
final class GuideSample {

    /** What a program came to. */
    record Outcome(int exitCode, String output) {
    }

    private GuideSample() {
    }

    /** The first sample in the language that has this in it. */
    static String read(String language, String text) throws IOException {
        String guide = Files.readString(Path.of("../../docs/service-events.md"));
        Matcher sample = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(guide);
        while (sample.find()) {
            if (sample.group(1).contains(text)) {
                return sample.group(1);
            }
        }
        throw new AssertionError("the guide has no sample in " + language + " with " + text);
    }

    /** Skips the test where the program isn't there. */
    static void assumeThereIs(String program) {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program))), program + " is there");
    }

    static Outcome run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(output).isTrue();
            return new Outcome(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }
}
