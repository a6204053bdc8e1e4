package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

/**
 * Makes the pictures of the documentation, into {@code target/pictures}. {@code -Dpictures=../../docs/images} makes those
 * that are shown there anew.
 */
class PicturesIT extends BrowserTest {

    private static final int LARGEST = 150_000;
    private static final String SIGNERS = "{'FirstName':'Sam','LastName':'Seller','EmailAddress':'sam@example.com',"
            + "'SignerRole':'Seller 1','Sequence':1},{'FirstName':'Bo','LastName':'Buyer','EmailAddress':'bo@example.com',"
            + "'SignerRole':'Buyer 1','Sequence':2}";

    private final Path folder = Path.of(System.getProperty("pictures", "target/pictures"));

    @Test
    void thePagesLookAsTheyAreShown() throws IOException {
        Files.createDirectories(folder);
        fillTheSandbox();
        try (BrowserContext context = newContext(1120, ColorScheme.LIGHT)) {
            Page shown = context.newPage();
            shown.setViewportSize(1120, 700);
            shown.navigate("/mailbox");
            shown.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Please sign: Purchase")).click();
            shown.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review and sign")).click();
            shown.locator("#signing").getByLabel("Text").fill("12 Elm Street, Springfield");
            shown.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sam Seller")).click();
            shown.locator(".paper img").evaluate("image => image.decode()");
            shown.setViewportSize(1120, 860);
            keep(shown, "sandbox-signing");

            shown.setViewportSize(1120, 700);
            shown.navigate("/mailbox");
            keep(shown, "sandbox-mailbox");
            shown.navigate("/");
            keep(shown, "sandbox-overview");
        }
    }

    private void fillTheSandbox() {
        JsonNode lease = create("Lease renewal, Mill Lane 3", "'UseSequence':1", SIGNERS);
        client.start(lease);
        clock.advance(Duration.ofHours(2));
        client.create(body("'Title':'Disclosure statement'", DOCUMENT, SIGNERS));
        JsonNode offer = create("Counter offer", "", SIGNER);
        client.start(offer);
        clock.advance(Duration.ofMinutes(20));
        client.send(client.request("/sessions/" + Client.id(offer) + "/cancel")
                .POST(BodyPublishers.noBody()));
        JsonNode agency = create("Agency agreement", "", SIGNER);
        client.start(agency);
        clock.advance(Duration.ofMinutes(7));
        client.send(client.request("/sessions/" + Client.id(agency) + "/close")
                .POST(BodyPublishers.noBody()));
        JsonNode purchase = create("Purchase agreement, 12 Elm Street", "'UseSequence':1,'AllowDelegation':true,"
                + "'OwnerName':'Kim Park','OwnerEmail':'kim@homes.example'", SIGNERS);
        client.start(purchase);
        clock.advance(Duration.ofMinutes(1));
    }

    private JsonNode create(String title, String info, String signers) {
        JsonNode created = client.create(body("'Title':'" + title + "'" + (info.isEmpty() ? "" : "," + info),
                sample("purchase-agreement.pdf"), signers));
        clock.advance(Duration.ofSeconds(4));
        return created;
    }

    private void keep(Page page, String name) throws IOException {
        assertThat(page.evaluate("document.fonts.ready.then(() => true)")).isEqualTo(true);
        Path picture = folder.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(Files.size(picture)).as(name).isLessThan(LARGEST);
    }
}
