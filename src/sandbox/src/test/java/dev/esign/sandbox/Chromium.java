package dev.esign.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The Chromium of this machine, without a window: started once for all tests that look at pages, and ended after them. */
final class Chromium implements BeforeAllCallback, AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private Playwright playwright;
    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium shared = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Chromium.class, key -> start(), Chromium.class);
        browser = shared.browser;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        // The driver ends with it, and its browsers with the driver.
        playwright.close();
    }

    private static Chromium start() {
        Chromium chromium = new Chromium();
        chromium.playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium.browser = chromium.playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(path())
                .setHeadless(true).setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        return chromium;
    }

    private static Path path() {
        String named = System.getProperty("chromium");
        Stream<String> places = named == null ? USUAL_PLACES.stream() : Stream.of(named);
        return places.map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow(() -> new IllegalStateException(
                "The tests of the pages need Chromium at " + (named == null ? String.join(" or ", USUAL_PLACES) : named)
                        + ": install it (apt-get install chromium), or say where it is with -Dchromium=PATH."));
    }
}
