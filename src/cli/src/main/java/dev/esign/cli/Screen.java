package dev.esign.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import dev.esign.UploadProgress;

/**
 * What a person sees of a command, on standard output: a line for each step, a bar while documents are sent, tables. A script
 * that wants JSON gets that alone. Thread-safe: steps are told by whoever takes them.
 */
@Singleton
class Screen {

    private static final long KILO = 1000;
    private static final long MEGA = KILO * KILO;
    private static final int BAR_WIDTH = 24;
    private static final String CLEAR_LINE = "\r\033[K";

    private final Terminal terminal;
    private final PrintStream out;
    private boolean forScripts;
    private boolean barShown;

    Screen() {
        this(Terminal.detect(), System.out);
    }

    Screen(Terminal terminal, PrintStream out) {
        this.terminal = terminal;
        this.out = out;
    }

    /** From here on nothing is shown but what {@link #json} is given. */
    synchronized void onlyJson() {
        forScripts = true;
    }

    Terminal terminal() {
        return terminal;
    }

    /** A step: what, in one word, and its particulars. */
    void step(String what, String particulars) {
        step(Tone.PLAIN, what, particulars);
    }

    void step(Tone tone, String what, String particulars) {
        line(label(tone, what) + " " + particulars);
    }

    /** The word at the beginning of a line. */
    String label(Tone tone, String what) {
        return tone.paint(what, terminal) + " ".repeat(Math.max(0, 10 - what.length()));
    }

    synchronized void line(String text) {
        if (!forScripts) {
            endBar();
            out.println(text);
        }
    }

    /** A row for each entry, in columns that are as wide as they need to be. */
    void table(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(row.get(column)).append(" ".repeat(widths[column] - row.get(column).length() + 2));
            }
            line(line.toString().stripTrailing());
        }
    }

    /** For a script: the value as one line of JSON. */
    synchronized void json(Object value) {
        endBar();
        out.println(Json.text(value));
    }

    /**
     * Tells of an upload: on a terminal by a bar, otherwise at each tenth of it, but not more often than once in a megabyte,
     * and
     * at its end.
     */
    UploadProgress upload(String what) {
        AtomicLong next = new AtomicLong();
        return (sent, total) -> {
            long part = terminal.interactive() ? total / 200 : Math.max(total / 10, MEGA);
            if (sent < part) {
                next.set(part);
            }
            if (sent == total || sent >= next.get()) {
                next.set(sent + part);
                if (terminal.interactive() && sent != total) {
                    bar(what, sent, total);
                } else {
                    step("upload", what + ": " + amount(sent, total));
                }
            }
        };
    }

    private synchronized void bar(String what, long sent, long total) {
        if (forScripts) {
            return;
        }
        String gauge = "";
        if (total > 0) {
            int filled = (int) (sent * BAR_WIDTH / total);
            gauge = "[" + Tone.GOOD.paint("#".repeat(filled), terminal) + ".".repeat(BAR_WIDTH - filled) + "] ";
        }
        out.print(CLEAR_LINE + label(Tone.PLAIN, "upload") + " " + what + " " + gauge + amount(sent, total));
        out.flush();
        barShown = true;
    }

    /** What follows begins on a line of its own. */
    synchronized void endBar() {
        if (barShown) {
            out.print(CLEAR_LINE);
            out.flush();
            barShown = false;
        }
    }

    private static String amount(long sent, long total) {
        return total == UploadProgress.UNKNOWN ? size(sent) : sent * 100 / total + " % of " + size(total);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < MEGA ? String.format(Locale.ROOT, "%.1f kB", bytes / (double) KILO)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGA);
    }
}
