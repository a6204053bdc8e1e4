package dev.esign.cli;

import java.util.List;
import java.util.function.Supplier;

/** While it is open, a person who presses Ctrl-C is told on standard error what was done and how to go on. */
final class Interruption implements AutoCloseable {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /**
     * Opens it.
     *
     * @param screen what has a bar on it, maybe
     * @param statement the lines, asked for at that moment
     */
    static Interruption tells(Screen screen, Supplier<List<String>> statement) {
        Thread hook = new Thread(() -> {
            screen.endBar();
            String label = screen.label(Tone.NOTE, "stopped");
            for (String line : statement.get()) {
                System.err.println(label + " " + line);
                label = " ".repeat(10);
            }
        }, "esign-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** Whether the process is ending already, so that what fails now fails because of that. */
    static boolean isUnderWay() {
        Thread probe = new Thread(() -> {
        });
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }

    @Override
    public void close() {
        if (!isUnderWay()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
