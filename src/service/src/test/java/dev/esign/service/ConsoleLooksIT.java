package dev.esign.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import dev.esign.browser.TestBrowser;
import dev.esign.sandbox.EsignSandbox;

/**
 * What axe-core finds wrong with the views of the console, in both colour schemes, and whether they fit a telephone. Makes the
 * pictures of the guide, too, into {@code target/pictures}; {@code -Dpictures=../../docs/images} makes those anew that are
 * shown.
 */
class ConsoleLooksIT extends ConsoleTest {

    private static final int NARROW = 320;
    private static final int LARGEST_PICTURE = 150_000;

    private static EsignSandbox sandbox;
    private static ServiceProcess service;

    private final Path pictures = Path.of(System.getProperty("pictures", "target/pictures"));

    @BeforeAll
    static void start() throws Exception {
        sandbox = sandbox();
        service = service(sandbox, Map.of("ESIGN_SERVICE_CALLERS", "proxy"));
    }

    @AfterAll
    static void stop() {
        service.close();
        sandbox.close();
    }

    @BeforeEach
    void stillThePage() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    @Override
    ServiceProcess service() {
        return service;
    }

    @Override
    boolean isExpected(String fault) {
        return fault.startsWith("Failed to load resource: the server responded with a status of 4");
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
    void everyViewIsAccessibleAndFitsNarrowScreens(ColorScheme scheme) throws Exception {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        page.navigate("/");
        assertThat(page.getByText("No sessions yet")).isVisible();
        check("the empty list");
        page.navigate("/#/sessions/unknown");
        assertThat(page.getByText("There is no such session")).isVisible();
        check("an unknown session");
        compose("Agreement");
        page.getByText("Expiry, reminders").click();
        page.locator("select").first().selectOption("password");
        page.locator(".signers > li").nth(1).getByLabel("E-mail").fill("nobody");
        check("composing");
        button("Send for signature").click();
        assertThat(page.locator(".send .note.bad")).isVisible();
        check("problems");
        button("Remove signer 2").click();
        assertThat(page.locator(".findings li").first()).isVisible();
        check("findings");
        page.locator(".signers > li").first().getByLabel("Password").fill("as agreed by phone");
        button("Send for signature").click();
        assertThat(page.locator(".steps")).isVisible();
        assertThat(page.locator(".title .badge")).hasText("Out for signature");
        check("a session");
        button("Cancel session").click();
        check("a dialog");
        dialog().locator("button").last().click();
        assertThat(page.locator(".title .badge")).hasText("Cancelled");
        page.navigate("/#/");
        assertThat(page.locator(".row").first()).containsText("Agreement");
        check("the list");
    }

    @Test
    void viewsAreCapturedForGuide() throws Exception {
        Files.createDirectories(pictures);
        send("Listing agreement, 3 Mill Lane");
        sandbox.sessions().signAll(sandbox.sessions().list().get(sandbox.sessions().list().size() - 1).id());
        send("Purchase agreement, 12 Elm Street");
        sandbox.sessions().sign(page.url().replaceFirst(".*/", ""), "Seller 1");
        assertThat(page.locator(".person").first()).containsText("Signed");
        picture("service-console-session", 1120, 760, ColorScheme.LIGHT);
        picture("service-console-session-dark", 1120, 760, ColorScheme.DARK);
        page.navigate("/#/");
        assertThat(page.locator(".row:not(.waiting)").first()).isVisible();
        picture("service-console-sessions-dark", 1120, 520, ColorScheme.DARK);
        compose("Purchase agreement, 12 Elm Street");
        assertThat(page.getByText("Its tags are fine")).isVisible();
        picture("service-console-compose", 1120, 860, ColorScheme.LIGHT);
        page.locator(".signers > li").nth(1).getByLabel("Role").fill("Byer 1");
        page.locator(".signers > li").nth(1).getByLabel("Role").blur();
        assertThat(page.locator(".findings li").first()).isVisible();
        picture("service-console-phone", 390, 780, ColorScheme.LIGHT);
    }

    private void send(String title) {
        compose(title);
        button("Send for signature").click();
        assertThat(heading(title)).isVisible();
        assertThat(page.locator(".title .badge")).hasText("Out for signature");
    }

    private void picture(String name, int width, int height, ColorScheme scheme) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(width, height);
        page.evaluate("scrollTo(0, 0)");
        Path file = pictures.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(Files.size(file)).as(name).isLessThan(LARGEST_PICTURE);
    }

    private void check(String view) throws IOException {
        assertThat(TestBrowser.accessibilityViolations(page.locator("html"))).as(view).isEmpty();
        int width = page.viewportSize().width;
        page.setViewportSize(NARROW, 900);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(view + " on a telephone")
                .isLessThanOrEqualTo(NARROW);
        page.setViewportSize(width, 900);
    }
}
