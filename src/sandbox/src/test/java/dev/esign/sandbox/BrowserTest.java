package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.esign.browser.TestBrowser;

/**
 * A sandbox and a browser of its own for each test. Whatever a test does: no page may write an error to the console, and no
 * request may leave this machine.
 */
abstract class BrowserTest extends SandboxTest {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    Page page;

    @BeforeEach
    void openBrowser() {
        context = newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page = context.newPage();
    }

    @AfterEach
    void closeBrowser() {
        context.close();
        assertThat(faults).as("errors on the console, and requests to elsewhere").isEmpty();
    }

    /** What the browser may complain of in this test, such as the status of a page that refuses. */
    boolean isExpected(String fault) {
        return false;
    }

    BrowserContext newContext(Browser.NewContextOptions options) {
        return BROWSER.newContext(options.setBaseURL(sandbox.url().toString()), this::report);
    }

    BrowserContext newContext(int width, ColorScheme scheme) {
        return newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    private void report(String fault) {
        if (!isExpected(fault)) {
            faults.add(fault);
        }
    }
}
