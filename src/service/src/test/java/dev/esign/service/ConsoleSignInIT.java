package dev.esign.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.options.AriaRole;

import dev.esign.sandbox.EsignSandbox;

/** The console where callers need tokens. */
class ConsoleSignInIT extends ConsoleTest {

    private static final Issuer ISSUER = new Issuer();

    private static EsignSandbox sandbox;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        sandbox = sandbox();
        service = service(sandbox, ISSUER.environment());
    }

    @AfterAll
    static void stop() {
        service.close();
        sandbox.close();
    }

    @Override
    ServiceProcess service() {
        return service;
    }

    @Override
    boolean isExpected(String fault) {
        return fault.startsWith("Failed to load resource: the server responded with a status of 40");
    }

    @Test
    void tokenIsRequestedAndKeptInTabOnly() {
        String token = ISSUER.token("esign-send", "esign-read");
        List<String> addresses = new CopyOnWriteArrayList<>();
        page.onRequest(request -> addresses.add(request.url()));
        page.navigate("/");
        assertThat(dialog()).hasAccessibleName("Sign in");
        assertThat(page.getByLabel("Access token")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Paste a token.")).isVisible();
        signIn(token);

        assertThat(page.locator("#stream")).hasText("Live");
        compose("Agreement");
        button("Send for signature").click();
        assertThat(heading("Agreement")).isVisible();
        assertThat(page.locator(".title .badge")).hasText("Out for signature");
        assertThat(addresses).noneMatch(address -> address.contains(token));
        assertThat(page.url()).doesNotContain(token);
        assertThat((String) page.evaluate("JSON.stringify(localStorage) + document.cookie")).doesNotContain(token);

        button("Sign out").click();
        assertThat(dialog()).hasAccessibleName("Sign in");
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void deniedTokenIsRequestedAgain() {
        page.navigate("/");
        signIn("not-a-token-of-the-issuer");

        assertThat(dialog()).hasAccessibleName("Sign in again");
        assertThat(dialog()).containsText("The service refused the token");
        signIn(ISSUER.token("esign-read"));
        assertThat(page.locator("#stream")).hasText("Live");
    }

    @Test
    void deniedActionIsExplained() throws Exception {
        String id = created();
        page.navigate("/#/sessions/" + id);
        signIn(ISSUER.token("esign-read"));
        button("Cancel session").click();
        dialog().getByRole(AriaRole.BUTTON).last().click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The caller may not do this");
        assertThat(page.getByText("You may read this session, but not change it.")).isVisible();
        assertThat(button("Cancel session")).hasCount(0);
        assertThat(sandbox.sessions().get(id).status()).isEqualTo("InDraft");
    }

    @Test
    void consoleWorksWithoutEventsWhenReadingIsDenied() {
        page.navigate("/");
        signIn(ISSUER.token("esign-send"));

        assertThat(page.locator("#stream")).hasText("Not live");
    }

    private void signIn(String token) {
        page.getByLabel("Access token").fill(token);
        button("Continue").click();
    }

    private static String created() throws Exception {
        var created = service.send(service.request("/sessions").header("Authorization", "Bearer " + ISSUER.token("esign-send")),
                "POST", "{\"title\": \"Agreement\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.body().replaceFirst("(?s).*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }
}
