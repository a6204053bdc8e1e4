package dev.esign.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** The Chromium of this machine without a window, started once for all tests of the console. */
final class Chromium implements BeforeAllCallback {

    private Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class).browser;
    }

    Browser browser() {
        return browser;
    }

    /** Ends with the tests: JUnit closes what is in its store. */
    private static final class Running implements AutoCloseable {

        private final Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(executable())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
                        "--disable-component-update", "--no-first-run")));

        @Override
        public void close() {
            playwright.close();
        }

        private static Path executable() {
            return Stream.of(System.getProperty("chromium", "/usr/bin/chromium"), "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable).findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The tests of the console need Chromium: install it, or say where it is with -Dchromium=PATH"));
        }
    }
}
