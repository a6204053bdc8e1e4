package dev.esign.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The Chromium of this machine, without a window. */
final class Chromium implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private final Playwright playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium() {
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(path()).setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync")));
    }

    Browser browser() {
        return browser;
    }

    /** The driver ends with it, and its browsers with the driver. */
    @Override
    public void close() {
        playwright.close();
    }

    private static Path path() {
        String named = System.getProperty("chromium");
        Stream<String> places = named == null ? USUAL_PLACES.stream() : Stream.of(named);
        return places.map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow(() -> new IllegalStateException(
                "The test of the Dev UI needs Chromium at " + (named == null ? String.join(" or ", USUAL_PLACES) : named)
                        + ": install it (apt-get install chromium), or say where it is with -Dchromium=PATH."));
    }
}
