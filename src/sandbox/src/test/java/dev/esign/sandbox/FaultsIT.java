package dev.esign.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

class FaultsIT extends BrowserTest {

    @Override
    boolean isExpected(String fault) {
        return fault.startsWith("Failed to load resource: the server responded with a status of 422");
    }

    @Test
    void aCallFailsAsItWasSetUpAndThePageFollows() {
        page.navigate("/faults");
        setUp("503 with Retry-After of 2 seconds", "CreateSession", "To the next call");
        Locator faults = page.locator("[data-live=faults] li");
        assertThat(faults).hasCount(1);
        assertThat(faults).containsText("0 calls hit");
        assertThat(page.locator("[data-live=fault-count]")).hasText("1");

        assertThat(client.send(client.withToken("/rest/v1/sessions")
                .POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(503);
        createReady();
        assertThat(page.getByText("None: every call does what it should.")).isVisible();
        assertThat(page.locator("[data-live=fault-count]")).hasText("");
    }

    @Test
    void faultsCanBeRemoved() {
        page.navigate("/faults");
        setUp("Late by 2 seconds", "", "To every call, until it is removed");
        setUp("Something that is no JSON", "GetToken", "To the next 3 calls");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove").setExact(true)).first().click();
        assertThat(page.locator("[data-live=faults] li")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove all")).click();
        assertThat(page.getByText("None: every call does what it should.")).isVisible();
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsTold() {
        page.navigate("/faults");
        setUp("Not ready: anchor tags are being processed (StartSession)", "GetToken", "To the next call");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("These calls cannot fail like that");
        client.start(createReady());
        assertThat(page.locator("[data-live=mails]")).hasText("1");
        assertThat(sandbox.faults().active()).isEmpty();
    }

    private void setUp(String kind, String method, String times) {
        page.getByLabel("What happens").selectOption(new SelectOption().setLabel(kind));
        page.getByLabel("To which method").selectOption(method);
        page.getByLabel("How often").selectOption(new SelectOption().setLabel(times));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set up")).click();
    }
}
