package dev.esign.anchortags;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Reads all documents of a folder, in a process of its own, and tells how each of them ended, and its processor time. */
final class ReadAll {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Without a limit of time, which a busy machine would reach for no fault of the document. */
    private static final AnchorTags TAGS = AnchorTags.standard()
            .limits(ReadLimits.standard().withTime(Duration.ofDays(1)));

    private ReadAll() {
    }

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            List<Path> documents = files.sorted().toList();
            documents.forEach(document -> System.out.println(document.getFileName() + " " + read(document)));
        }
    }

    private static String read(Path document) {
        long start = THREADS.getCurrentThreadCpuTime();
        String end;
        try {
            end = "read " + TAGS.read(TagDocument.of(document)).kind();
        } catch (UnreadableDocumentException e) {
            end = e.reason() + " " + e.getMessage();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000 + " ms " + end;
    }
}
