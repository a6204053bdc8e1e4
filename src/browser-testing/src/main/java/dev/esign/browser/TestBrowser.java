package dev.esign.browser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * A headless Chromium for tests of pages, started once for all tests of a JVM and stopped after them.
 * <p>
 * It is the browser that the system property {@code chromium} names, else one on the {@code PATH}, else an installed Chrome,
 * else
 * one that Playwright downloads. Not thread-safe: tests of one JVM use it one after the other.
 */
public final class TestBrowser implements BeforeAllCallback {

    /** How long a page gets to show what a test expects: pages are slow on a busy machine, and wrong ones rare. */
    private static final double PATIENCE_MILLIS = 120_000;

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class).browser;
    }

    /**
     * Opens a window of its own, with its own cookies and storage.
     *
     * @param options the size of the window, its base URL and the like
     * @return the window; the caller closes it
     */
    public BrowserContext newContext(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /**
     * Opens a window of its own and watches what its pages do.
     *
     * @param options the size of the window, its base URL and the like
     * @param report receives what no page may do: an error or a warning on the console, an uncaught exception, a request to
     *        another machine
     * @return the window; the caller closes it
     */
    public BrowserContext newContext(Browser.NewContextOptions options, Consumer<String> report) {
        BrowserContext context = newContext(options);
        context.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                report.accept(message.text());
            }
        });
        context.onWebError(error -> report.accept("uncaught: " + error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith("data:") && !THIS_MACHINE.contains(URI.create(request.url()).getHost())) {
                report.accept("request to another machine: " + request.url());
            }
        });
        return context;
    }

    /**
     * Checks the accessibility of a part of a page with axe-core.
     *
     * @param part the part; {@code page.locator("html")} for all of it
     * @return a line for each violation, with the elements it is about; never without having found something to check
     */
    @SuppressWarnings("unchecked")
    public static List<String> accessibilityViolations(Locator part) {
        part.page().evaluate(axe());
        Map<String, Object> result = (Map<String, Object>) part.evaluate("part => axe.run(part)");
        if (((List<?>) result.get("passes")).isEmpty()) {
            throw new IllegalStateException("axe-core found nothing to check at " + part);
        }
        return ((List<Map<String, Object>>) result.get("violations")).stream()
                .map(violation -> violation.get("impact") + ": " + violation.get("help") + " "
                        + ((List<Map<String, Object>>) violation.get("nodes")).stream().map(node -> node.get("html")).toList())
                .toList();
    }

    private static String axe() {
        try (InputStream script = TestBrowser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops with the tests: JUnit closes what is in its store. */
    private static final class Running implements AutoCloseable {

        // Else Playwright would download the browsers of all vendors, even where one is installed.
        private final Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser;

        Running() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            browser = launch();
        }

        private Browser launch() {
            Optional<Path> executable = executable();
            if (executable.isPresent()) {
                return launch(options().setExecutablePath(executable.get()));
            }
            try {
                return launch(options().setChannel("chrome"));
            } catch (PlaywrightException notInstalled) {
                return launchDownloaded(notInstalled);
            }
        }

        private Browser launchDownloaded(PlaywrightException notInstalled) {
            try {
                download();
                return launch(options());
            } catch (PlaywrightException | IOException noBrowser) {
                IllegalStateException missing = new IllegalStateException("The tests of the pages require Chromium or Chrome. "
                        + "None is installed, and Playwright could not provide one. Install it (on Debian and Ubuntu: "
                        + "apt-get install chromium), or pass its path with -Dchromium=PATH.", noBrowser);
                missing.addSuppressed(notInstalled);
                throw missing;
            }
        }

        private Browser launch(LaunchOptions options) {
            return playwright.chromium().launch(options.setTimeout(PATIENCE_MILLIS));
        }

        private static LaunchOptions options() {
            return new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync"));
        }

        private static Optional<Path> executable() {
            String named = System.getProperty("chromium");
            if (named != null) {
                return Optional.of(Path.of(named));
            }
            return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of)
                    .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(folder::resolve))
                    .filter(Files::isExecutable).findFirst();
        }

        /** In a process of its own, since Playwright's command ends the one it runs in. */
        private static void download() throws IOException {
            Process command = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), CLI.class.getName(),
                    "install", "--only-shell", "chromium").redirectErrorStream(true).start();
            String output;
            try (InputStream out = command.getInputStream()) {
                output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (command.waitFor() == 0) {
                    return;
                }
            } catch (InterruptedException interrupted) {
                command.destroy();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while Playwright downloaded Chromium", interrupted);
            }
            throw new IOException("Playwright could not download Chromium: " + output.strip());
        }

        @Override
        public void close() {
            // The driver ends with it, and its browsers with the driver.
            playwright.close();
        }
    }
}
