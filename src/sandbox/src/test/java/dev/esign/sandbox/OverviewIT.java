package dev.esign.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.esign.sandbox.webhook.Receiver;

class OverviewIT extends BrowserTest {

    private volatile boolean isCutOff;

    @Override
    boolean isExpected(String fault) {
        // Refused, reset or empty, by what was under way when the sandbox ended.
        return isCutOff && fault.contains("net::ERR_");
    }

    @Test
    void showsWhatHappensWithoutBeingReloaded() {
        page.navigate("/");
        assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true))).isVisible();

        JsonNode session = createReady();
        assertThat(page.locator("li.session")).hasText("Offer InDraft 0 of 1 signed 21 Nov 2026, 15:30:00 UTC");
        client.start(session);
        assertThat(page.locator("li.session .badge")).hasText("InSent");
        assertThat(page.locator(".log li").first()).containsText("Ann Lee: Invited");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Offer, Ann Lee: Invited");
        assertThat(page.locator("[data-live=mails]")).hasText("1");
    }

    @Test
    void theSessionsPageFollowsToo() {
        JsonNode session = createReady();
        page.navigate("/sessions/" + Client.id(session));
        client.start(session);

        assertThat(page.locator("[data-live=status]")).hasText("InSent");
        assertThat(page.locator(".log li").first()).containsText("Invitation sent to Ann Lee");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel")).click();
        assertThat(page.locator("[data-live=status]")).hasText("Cancelled");
    }

    @Test
    void goesOnWhenTheSandboxIsBack() {
        page.navigate("/");
        isCutOff = true;
        sandbox.close();
        assertThat(page.getByText("Not connected, trying again")).isVisible();

        sandbox = EsignSandbox.builder().port(sandbox.port()).clock(clock).start();
        client = new Client(sandbox.url());
        createReady();
        assertThat(page.locator("li.session")).hasCount(1);
        assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true))).isVisible();
    }

    @Test
    void whatSomebodyLooksAtStaysWhereItIs() {
        JsonNode session = createReady();
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Offer")).first().focus();
        client.start(session);
        assertThat(page.locator("li.session .badge")).hasText("InSent");
        assertThat(page.locator("li.session a")).isFocused();

        page.getByRole(AriaRole.SEARCHBOX).fill("some");
        client.create(body("'Title':'Another'", DOCUMENT, SIGNER));
        assertThat(page.locator("li.session")).hasCount(2);
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("some");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
    }

    @Test
    void webhooksAreFollowedAndDeliveredAgain() {
        try (Receiver receiver = Receiver.answering((received, number) -> number == 1 ? 400 : 200)) {
            sandbox.webhooks().add(receiver.url("/hook?key=secret"));
            JsonNode session = createReady();
            page.navigate("/sessions/" + Client.id(session));
            Locator deliveries = page.locator("[data-live=webhooks] li");
            assertThat(deliveries).hasCount(1);
            assertThat(deliveries).containsText("SessionStatus 1");
            assertThat(deliveries.locator(".badge")).hasText("failed");
            assertThat(deliveries).containsText("HTTP 400");
            assertThat(deliveries).not().containsText("secret");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Deliver again")).click();
            assertThat(deliveries).hasCount(2);
            assertThat(deliveries.first().locator(".badge")).hasText("delivered");
            deliveries.first().getByText("Message").click();
            assertThat(deliveries.first().locator("pre")).containsText("\"Title\":\"Offer\"");
        }
    }

    @Test
    void theClockCanBeMovedOn() {
        client.create(body("'Title':'Offer','ExpiresOn':'2026-12-05T00:00:00Z'", DOCUMENT, SIGNER));
        page.navigate("/?q=offer");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move the clock on by 1 day")).click();
        assertThat(page).hasURL(sandbox.url() + "/?q=offer");
        assertThat(page.locator(".clock time")).hasText("22 Nov 2026, 15:30:00 UTC");
        assertThat(page.locator("li.session .badge")).hasText("InDraft");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Offer")).first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move the clock to its expiry")).click();
        assertThat(page.locator("[data-live=status]")).hasText("Expired");
        assertThat(page.locator(".clock time")).hasText("5 Dec 2026, 00:00:00 UTC");
    }

    @Test
    void isAPlainPageWithoutScripts() {
        createReady();
        try (BrowserContext plain = newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page theirs = plain.newPage();
            theirs.navigate("/");
            assertThat(theirs.getByText("Reload to see what is new")).isVisible();
            theirs.getByRole(AriaRole.SEARCHBOX).fill("ann");
            theirs.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search")).click();
            assertThat(theirs.locator("li.session")).hasCount(1);
            theirs.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("InDraft")).click();
            assertThat(theirs.locator("li.session")).hasCount(1);
        }
    }
}
