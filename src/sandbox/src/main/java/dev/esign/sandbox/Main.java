package dev.esign.sandbox;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox as a process of its own, until it is stopped by SIGTERM or SIGINT. */
public final class Main {

    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private Main() {
    }

    /**
     * Starts a sandbox and says on standard output where it listens. Ends the JVM with status 2 if the arguments cannot
     * be followed, and with status 1 if the port cannot be opened or the directory cannot be used.
     *
     * @param args the options that {@code --help} lists
     * @throws InterruptedException if the main thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        int status = run(System.out, System.err, args);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(PrintStream out, PrintStream err, String... args) throws InterruptedException {
        CommandLine line;
        try {
            line = CommandLine.parse(args);
        } catch (CommandLine.UsageException e) {
            err.println(e.getMessage());
            return BAD_USAGE;
        }
        if (line.wantsHelp()) {
            out.print(CommandLine.HELP);
            return 0;
        }
        EsignSandbox sandbox;
        try {
            sandbox = line.builder().start();
        } catch (PortException e) {
            err.println(e.getMessage() + ". Choose another one with --port, or a free one with --port 0.");
            return FAILED;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage() + ".");
            return FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "esign-sandbox-close"));
        out.println("eSign sandbox: " + sandbox.url());
        out.println("Configure the application with quarkus.esign.url=" + sandbox.url());
        out.flush();
        // The sandbox's threads do not keep the JVM alive; this one does, until a signal ends it.
        new CountDownLatch(1).await();
        return 0;
    }
}
