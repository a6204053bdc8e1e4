package dev.esign.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.SandboxSession;

/** The console does what it is there for, with mouse and with keyboard. */
class ConsoleIT extends ConsoleTest {

    private static EsignSandbox sandbox;
    private static ServiceProcess service;
    private static String webhook;

    private boolean mayFail;

    @BeforeAll
    static void start() throws Exception {
        sandbox = sandbox();
        service = service(sandbox, Map.of("ESIGN_SERVICE_CALLERS", "proxy"));
        webhook = sandbox.webhooks().targets().get(0).url().toString();
    }

    @AfterAll
    static void stop() {
        service.close();
        sandbox.close();
    }

    @BeforeEach
    void forgetSessions() {
        sandbox.reset();
        sandbox.webhooks().targets().forEach(target -> sandbox.webhooks().remove(target.id()));
        sandbox.webhooks().add(URI.create(webhook));
    }

    @Override
    ServiceProcess service() {
        return service;
    }

    @Override
    boolean isExpected(String fault) {
        return mayFail && fault.startsWith("Failed to load resource");
    }

    @Test
    void keyboardAloneSendsAndFollowsSession() {
        page.navigate("/");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to content")).isFocused();
        tabTo(page.getByRole(AriaRole.NAVIGATION).getByText("New session"));
        page.keyboard().press("Enter");
        assertThat(heading("New session")).isFocused();
        Locator files = page.locator("input[type=file]");
        tabTo(files);
        files.setInputFiles(AGREEMENT);
        assertThat(button("Add Seller 1")).isVisible();

        tabTo(button("Add Buyer 1"));
        page.keyboard().press("Enter");
        type("First name", "Alan");
        type("Last name", "Turing");
        backTo(page.getByLabel("E-mail"));
        page.keyboard().type("alan@example.com");
        backTo(button("Add Seller 1"));
        page.keyboard().press("Enter");
        Locator second = page.locator(".signers > li").nth(1);
        assertThat(second.getByLabel("First name")).isFocused();
        page.keyboard().type("Ada");
        tabTo(second.getByLabel("Last name"));
        page.keyboard().type("Lovelace");
        backTo(second.getByLabel("E-mail"));
        page.keyboard().type("ada@example.com");
        tabTo(button("Move signer 2 up"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".signers > li").first().getByLabel("Role")).hasValue("Seller 1");
        assertThat(button("Move signer 1 down")).isFocused();
        type("Title", "Purchase agreement");
        tabTo(page.getByLabel("Everybody at once"));
        page.keyboard().press("ArrowDown");
        assertThat(page.getByText("Its tags are fine")).isVisible();
        tabTo(button("Send for signature"));
        page.keyboard().press("Enter");

        assertThat(heading("Purchase agreement")).isFocused();
        assertThat(page.getByText("Started: the signers are invited")).isVisible();
        SandboxSession session = onlySession(sandbox);
        assertThat(session.signer("Seller 1").email()).isEqualTo("ada@example.com");
        assertThat(page.locator(".person").first()).containsText("Invited");
        assertThat(page.locator(".person").nth(1)).containsText("Not invited yet");
        assertThat(page.locator("#stream")).hasText("Live");

        sandbox.sessions().signAll(session.id());

        assertThat(page.locator(".title .badge")).hasText("Completed");
        assertThat(page.locator(".person .badge").filter(new Locator.FilterOptions().setHasText("Signed"))).hasCount(2);
        assertThat(page.locator("#said")).containsText("Session: Completed");
        assertThat(page.locator(".timeline li").first()).isVisible();
    }

    @Test
    void droppedFileShowsFindingsOfItsTags() {
        page.navigate("/#/new");
        page.evaluate("""
                base64 => {
                  const data = new DataTransfer();
                  data.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'agreement.docx'));
                  document.querySelector('.drop').dispatchEvent(
                      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
                }""", Base64.getEncoder().encodeToString(agreement()));
        assertThat(page.getByLabel("Has anchor tags")).isChecked();
        addSigner("Seller 1", "Ada", "Lovelace", "ada@example.com");

        assertThat(page.locator(".findings li").first()).containsText("'Buyer 1' is no signer's");
        assertThat(page.getByText("eSign may refuse to start the session")).isVisible();

        button("Remove agreement.docx").click();
        assertThat(page.locator("input[type=file]")).isFocused();
        assertThat(page.locator(".findings li")).hasCount(0);
    }

    @Test
    void pictureIsNotCheckedForTags() {
        page.navigate("/#/new");
        page.locator("input[type=file]").setInputFiles(new FilePayload("photo.png", "image/png", new byte[] { 1, 2, 3 }));

        assertThat(page.getByText("eSign won’t look for tags in it.")).isVisible();
        assertThat(page.getByLabel("Has anchor tags")).not().isChecked();
    }

    @Test
    void problemIsShownAtItsField() {
        mayFail = true;
        page.navigate("/#/new");
        button("Send for signature").click();
        assertThat(page.getByText("Give the session a title.")).isVisible();
        assertThat(page.locator("input[type=file]")).isFocused();

        compose("Agreement");
        Locator email = page.locator(".signers > li").nth(1).getByLabel("E-mail");
        email.fill("nobody");
        button("Send for signature").click();

        assertThat(email).hasAttribute("aria-invalid", "true");
        assertThat(email).isFocused();
        assertThat(email).hasAccessibleDescription(Pattern.compile("not well-formed"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("nothing was sent");
        assertThat(sandbox.sessions().list()).isEmpty();

        email.fill("alan@example.com");
        button("Save as draft").click();
        assertThat(heading("Agreement")).isVisible();
        assertThat(page.locator(".title .badge")).hasText("Draft");
        assertThat(onlySession(sandbox).status()).isEqualTo("InDraft");
    }

    @Test
    void sendingAgainAfterLostResponseCreatesNoSecondSession() {
        mayFail = true;
        AtomicInteger sent = new AtomicInteger();
        page.route(Pattern.compile(".*/sessions\\?start=true"), route -> {
            if (sent.getAndIncrement() == 0) {
                route.fetch(new Route.FetchOptions().setTimeout(0));
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        compose("Agreement");
        button("Send for signature").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("can’t make a second session");
        assertThat(button("Send for signature")).isFocused();

        button("Send for signature").click();

        assertThat(heading("Agreement")).isVisible();
        assertThat(page.locator(".title .badge")).hasText("Out for signature");
        assertThat(sent).hasValue(2);
        assertThat(onlySession(sandbox).status()).isEqualTo("InSent");
    }

    @Test
    void cancelledUploadCreatesNoSession(@TempDir Path directory) throws Exception {
        Path scan = directory.resolve("scan.png");
        try (RandomAccessFile file = new RandomAccessFile(scan.toFile(), "rw")) {
            file.setLength(20_000_000);
        }
        compose("Agreement");
        page.locator("input[type=file]").setInputFiles(scan);
        assertThat(page.getByLabel("Has anchor tags")).hasCount(2);
        service.pause();
        try {
            button("Send for signature").click();

            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasAccessibleName("Upload");
            assertThat(page.locator(".upload")).containsText(Pattern.compile("\\d [kM]B of 20 MB"));
            button("Cancel upload").click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The upload was cancelled");
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(0);
        } finally {
            service.resume();
        }
        assertThat(service.send("GET", "/q/health/live", null).statusCode()).isEqualTo(200);
        assertThat(sandbox.sessions().list()).isEmpty();
        assertThat(page.getByLabel("Title")).hasValue("Agreement");
    }

    @Test
    void sessionIsPausedCancelledAndCopiedAfterConfirmation() throws Exception {
        String id = sentSession("Agreement");
        page.navigate("/#/sessions/" + id);
        button("Cancel session").click();
        assertThat(button("Back")).isFocused();
        page.keyboard().press("Escape");
        assertThat(dialog()).hasCount(0);
        assertThat(button("Cancel session")).isFocused();
        assertThat(sandbox.sessions().get(id).status()).isEqualTo("InSent");

        button("Pause").click();
        dialog().getByText("Pause", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".title .badge")).hasText("Paused");
        button("Start").click();
        dialog().getByText("Start", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".title .badge")).hasText("Out for signature");
        button("Cancel session").click();
        dialog().getByText("Cancel session", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".title .badge")).hasText("Cancelled");
        assertThat(button("Cancel session")).hasCount(0);
        button("Copy").click();
        dialog().getByText("Copy", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".title .badge")).hasText("Draft");
        assertThat(page).not().hasURL(Pattern.compile(id));
        assertThat(sandbox.sessions().list()).hasSize(2);
    }

    @Test
    void foundSessionIsRememberedAndUpdated() throws Exception {
        sentSession("Lease");
        page.navigate("/");
        assertThat(page.getByText("No sessions yet")).isVisible();
        page.getByLabel("Find by transaction id").fill(onlySession(sandbox).transactionId());
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK).getByText("Lease").click();
        assertThat(heading("Lease")).isVisible();
        assertThat(page.locator(".person")).hasCount(1);

        page.getByRole(AriaRole.NAVIGATION).getByText("Sessions", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".row")).containsText("0 of 1 signed");
        sandbox.sessions().signAll(onlySession(sandbox).id());
        assertThat(page.locator(".row")).containsText("1 of 1 signed");

        page.getByText("Archived").click();
        assertThat(page.getByText("This list is empty")).isVisible();
    }

    @Test
    void unknownSessionIsReported() {
        mayFail = true;
        page.navigate("/#/sessions/" + UUID.randomUUID());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no such session");
    }

    private static String sentSession(String title) throws Exception {
        var created = service.send("POST", "/sessions?start=true", """
                {"title": "%s", "documents": [{"fileName": "agreement.docx", "anchorTags": true, "content": "%s"}],
                 "signers": [{"role": "Seller 1", "firstName": "Ada", "lastName": "Lovelace", "email": "ada@example.com"}]}
                """.formatted(title, Base64.getEncoder().encodeToString(agreement())));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return onlySession(sandbox).id();
    }

    private void type(String label, String text) {
        tabTo(page.getByLabel(label));
        page.keyboard().type(text);
    }

    private void tabTo(Locator target) {
        press("Tab", target);
    }

    private void backTo(Locator target) {
        press("Shift+Tab", target);
    }

    /** Goes on from where the focus is, as people do who have no mouse. */
    private void press(String key, Locator target) {
        for (int i = 0; i < 60; i++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press(key);
        }
        assertThat(target).isFocused();
    }
}
