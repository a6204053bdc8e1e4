package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import dev.esign.browser.TestBrowser;

/** What axe-core finds wrong with the pages, in both color schemes, and whether they fit a narrow screen. */
class AccessibilityIT extends BrowserTest {

    @Override
    boolean isExpected(String fault) {
        // Pages that say no are looked at, too.
        return fault.startsWith("Failed to load resource: the server responded with a status of 4");
    }

    @Test
    void everyPageIsAccessible() {
        JsonNode session = client.create(body("'Title':'Offer','AllowDelegation':true,'TransactionId':'TX-1'",
                sample("purchase-agreement.pdf") + "," + sample("purchase-agreement.docx"),
                "{'FirstName':'Sam','LastName':'Seller','EmailAddress':'sam@example.com','SignerRole':'Seller 1',"
                        + "'AuthMethod':'KBA','MandateDocUpload':true},"
                        + "{'FirstName':'Bo','LastName':'Buyer','EmailAddress':'bo@example.com','SignerRole':'Buyer 1',"
                        + "'AuthMethod':'SMS'}"));
        clock.advance(Duration.ofSeconds(4));
        try (BrowserContext context = newContext(320, ColorScheme.LIGHT)) {
            Page narrow = context.newPage();
            check(narrow, "/");
            check(narrow, "/mailbox");
            check(narrow, "/faults");
            client.start(session);
            check(narrow, "/");
            check(narrow, "/?q=nothing");
            check(narrow, "/mailbox");
            check(narrow, "/sessions/" + Client.id(session));
            check(narrow, "/sessions/none");
            String invitation = narrow.request().get(sandbox.url() + "/sessions/" + Client.id(session)).text()
                    .replaceFirst("(?s).*?(/sign/[A-Za-z0-9_-]+).*", "$1");
            check(narrow, "/sign/nothing");
            check(narrow, invitation);
            for (var question : narrow.locator("fieldset").all()) {
                question.getByLabel(question.locator("legend").textContent().replaceFirst(".*sandbox: (.*)\\)", "$1")).check();
            }
            narrow.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue")).click();
            narrow.getByText("Let somebody else sign").click();
            narrow.getByText("Decline to sign").click();
            narrow.getByText("Draw it").first().click();
            check(narrow);
            narrow.setViewportSize(1280, 900);
            check(narrow);
            narrow.navigate("/sessions/" + Client.id(session));
            narrow.getByText("Look into it").first().click();
            narrow.getByText("9 fields").first().click();
            check(narrow);
            narrow.navigate("/mailbox");
            narrow.locator(".mail").first().click();
            narrow.waitForURL("**/mailbox/*");
            check(narrow);
        }
    }

    private static void check(Page page, String path) {
        page.navigate(path);
        check(page);
    }

    private static void check(Page page) {
        page.waitForLoadState();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(TestBrowser.accessibilityViolations(page.locator("html"))).as(page.url() + " " + scheme).isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(page.url() + " fits its screen").isTrue();
        }
    }
}
