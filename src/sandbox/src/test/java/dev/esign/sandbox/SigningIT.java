package dev.esign.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;

import dev.esign.sandbox.session.KbaQuestion;

/** People sign, decline, hand over and fail, as they do: from the e-mail on, with a browser. */
class SigningIT extends BrowserTest {

    private static final int IN_SENT = 2;
    private static final int COMPLETED = 3;

    @Override
    boolean isExpected(String fault) {
        // The browser notes it when a page answers that something typed is wrong, or that there is nothing here any more.
        return fault.startsWith("Failed to load resource: the server responded with a status of 4");
    }

    @Test
    void twoPeopleSignOneAfterTheOther() {
        JsonNode session = send("'UseSequence':1", "purchase-agreement.pdf", seller(""), buyer(""));

        openFromMailbox("sam@example.com");
        assertThat(page.locator(".paper img")).hasCount(1);
        assertThat(page.locator(".paper img").evaluate("image => image.decode().then(() => image.naturalWidth)"))
                .isEqualTo(1100);
        assertThat(page.locator("a.spot")).hasCount(4);
        assertThat(progress(page)).hasText("0 of 3 required fields filled in");
        field(page, "Text").fill("12 Elm Street");
        assertThat(page.locator("a.spot.filled text")).hasText("12 Elm Street");
        insert(page, "Sam Seller");
        insert(page, "SS");
        assertThat(progress(page)).hasText("3 of 3 required fields filled in");
        sign(page);
        assertThat(heading(page)).hasText("Thank you, you have signed");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue to app.example.com")))
                .hasAttribute("href", "https://app.example.com/done?a=b+c%20d&e=%C3%B6");
        assertThat(signerStatus(session, 0)).isEqualTo("4");
        assertThat(statusOf(session)).isEqualTo(IN_SENT);

        openFromMailbox("bo@example.com");
        assertThat(page.locator(".spot.others.filled")).hasCount(4);
        field(page, "Text").fill("410,000");
        field(page, "Checkbox").check();
        insert(page, "Bo Buyer");
        insert(page, "BB");
        sign(page);
        assertThat(heading(page)).hasText("Thank you, you have signed");
        assertThat(statusOf(session)).isEqualTo(COMPLETED);

        page.navigate("/sessions/" + Client.id(session));
        page.getByText("Look into it").click();
        assertThat(page.locator(".spot.filled")).hasCount(9);
        page.navigate("/mailbox?to=bo@example.com");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Completed: Offer"))).isVisible();
    }

    @Test
    void keyboardAloneSignsTheSession() {
        JsonNode session = send("", "purchase-agreement.pdf", seller(""));
        openFromMailbox("sam@example.com");

        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next required field")));
        page.keyboard().press("Enter");
        assertThat(field(page, "Text")).isFocused();
        page.keyboard().type("12 Elm Street");
        tabTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sam Seller")));
        page.keyboard().press("Space");
        tabTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("SS").setExact(true)));
        page.keyboard().press("Space");
        tabTo(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign").setExact(true)));
        page.keyboard().press("Enter");

        assertThat(heading(page)).hasText("Thank you, you have signed");
        assertThat(statusOf(session)).isEqualTo(COMPLETED);
    }

    @Test
    void aSignatureCanBeDrawn() {
        JsonNode session = send("", "purchase-agreement.pdf", seller(""));
        openFromMailbox("sam@example.com");
        insert(page, "SS");
        Locator signature = page.locator(".field").filter(new Locator.FilterOptions().setHasText("Signature"));
        signature.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Draw it")).click();
        BoundingBox pad = signature.locator("canvas").boundingBox();
        page.mouse().move(pad.x + 20, pad.y + 20);
        page.mouse().down();
        page.mouse().move(pad.x + 120, pad.y + 80, new Mouse.MoveOptions().setSteps(8));
        page.mouse().move(pad.x + 200, pad.y + 30, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        assertThat(progress(page)).hasText("2 of 3 required fields filled in");
        assertThat(page.locator("a.spot.filled .ink path[d^='M']")).hasCount(1);

        page.locator("#signing").evaluate("form => form.noValidate = true");
        sign(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("is required");
        assertThat(progress(page)).hasText("2 of 3 required fields filled in");
        field(page, "Text").fill("12 Elm Street");
        sign(page);

        assertThat(heading(page)).hasText("Thank you, you have signed");
        page.navigate("/sessions/" + Client.id(session));
        page.getByText("9 fields").click();
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Drawn signature"))).isVisible();
    }

    @Test
    void whatIsMissingIsToldAndWhatWasTypedStays() {
        send("", "purchase-agreement.pdf", seller(""));
        openFromMailbox("sam@example.com");
        field(page, "Text").fill("12 Elm <b>Street</b>");
        page.locator("#signing").evaluate("form => form.noValidate = true");
        sign(page);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("is required");
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(field(page, "Text")).hasValue("12 Elm <b>Street</b>");
    }

    @Test
    void somebodyDeclines() {
        JsonNode session = send("", "purchase-agreement.docx", seller(""));
        openFromMailbox("sam@example.com");
        assertThat(page.locator(".text-page")).containsText("Residential Purchase Agreement");
        page.getByText("Decline to sign").click();
        page.getByLabel("Reason, told to the sender").fill("The price is <too> high.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decline").setExact(true)).click();

        assertThat(heading(page)).hasText("You have declined to sign");
        assertThat(page.locator("main")).containsText("The price is <too> high.");
        assertThat(signerStatus(session, 0)).isEqualTo("6");
        page.reload();
        assertThat(heading(page)).hasText("You have declined to sign");
    }

    @Test
    void somebodyHandsOver() {
        send("'AllowDelegation':true", "purchase-agreement.pdf", seller(""));
        openFromMailbox("sam@example.com");
        page.getByText("Let somebody else sign").click();
        page.getByLabel("First name").fill("Di");
        page.getByLabel("Last name").fill("Vo");
        page.getByLabel("E-mail address").fill("di@example.com");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hand over")).click();
        assertThat(heading(page)).hasText("You have handed this over");
        assertThat(page.locator("main")).containsText("Di Vo");

        openFromMailbox("di@example.com");
        assertThat(page.locator("main")).containsText("for Di Vo (Seller 1)");
        assertThat(page.locator("a.spot")).hasCount(4);
    }

    @Test
    void handingOverIsNotOfferedWhereItIsNotAllowed() {
        send("", "purchase-agreement.pdf", seller(""));
        openFromMailbox("sam@example.com");

        assertThat(page.getByText("Let somebody else sign")).hasCount(0);
    }

    @Test
    void aDocumentHasToBeUploadedFirst() {
        JsonNode session = send("", "purchase-agreement.pdf", seller(",'MandateDocUpload':true"));
        openFromMailbox("sam@example.com");
        fillIn(page);
        sign(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The signer must upload a document before signing.");

        page.getByLabel("File, up to 25 MB").setInputFiles(
                new FilePayload("passport ä.txt", "text/plain", "It's \r\n--me".getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
        assertThat(page.getByText("✓ passport ä.txt")).isVisible();
        fillIn(page);
        sign(page);
        assertThat(heading(page)).hasText("Thank you, you have signed");

        page.navigate("/sessions/" + Client.id(session));
        Download download = page
                .waitForDownload(
                        () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("passport ä.txt")).click());
        assertThat(download.suggestedFilename()).isEqualTo("passport ä.txt");
        assertThat(download.path()).hasContent("It's \r\n--me");
    }

    @Test
    void fiveWrongPasswordsLockTheInvitation() {
        JsonNode session = send("", "purchase-agreement.pdf",
                seller(",'AuthMethod':'Password','AuthenticationSettings':{'Password':'open sesame'}"));
        openFromMailbox("sam@example.com");
        String invitation = page.url();
        for (int left = 4; left >= 1; left--) {
            answer("Your password", "guess");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tries left: " + left);
        }
        answer("Your password", "guess");

        assertThat(heading(page)).hasText("This invitation is locked");
        assertThat(signerStatus(session, 0)).isEqualTo("8");
        page.navigate(invitation);
        assertThat(heading(page)).hasText("This invitation is locked");

        page.navigate("/sessions/" + Client.id(session));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send invitation")).click();
        assertThat(page.locator(".log li").first()).containsText("Invitation sent to Sam Seller");
        openFromMailbox("sam@example.com");
        answer("Your password", "open sesame");
        assertThat(page.locator("a.spot")).hasCount(4);
    }

    @Test
    void codesAndQuestionsTellTheirAnswers() {
        send("", "purchase-agreement.pdf", seller(",'AuthMethod':'SMS','AuthMethods':['KBA']"));
        openFromMailbox("sam@example.com");
        String path = page.url() + "/documents/x";
        assertThat(page.request().get(path).status()).as("documents before anything is proved").isEqualTo(404);
        Locator code = page.locator(".help code");
        String first = code.textContent();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send a new code")).click();
        assertThat(code).not().hasText(first);
        answer("Code from the SMS", code.textContent());

        assertThat(page.locator("fieldset")).hasCount(KbaQuestion.ALL.size());
        for (Locator question : page.locator("fieldset").all()) {
            String answer = question.locator("legend").textContent().replaceFirst(".*sandbox: (.*)\\)", "$1");
            question.getByLabel(answer).check();
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue")).click();
        assertThat(page.locator("a.spot")).hasCount(4);
    }

    @Test
    void aVisitIsTheVisitorsOwn() {
        send("", "purchase-agreement.pdf", seller(",'AuthMethod':'Password','AuthenticationSettings':{'Password':'p'}"));
        openFromMailbox("sam@example.com");
        answer("Your password", "p");
        assertThat(page.locator("a.spot")).hasCount(4);

        try (BrowserContext other = newContext(800, ColorScheme.LIGHT)) {
            Page theirs = other.newPage();
            theirs.navigate(page.url());
            assertThat(theirs.getByLabel("Your password")).isVisible();
            String picture = page.locator(".paper img").getAttribute("src");
            assertThat(other.request().get(sandbox.url() + picture).status()).isEqualTo(404);
            assertThat(page.request().get(sandbox.url() + picture).status()).isEqualTo(200);
        }
    }

    @Test
    void signingPageExplainsWhyThereIsNothingToSign() {
        JsonNode session = send("'UseSequence':1", "purchase-agreement.pdf", seller(""), buyer(""));
        page.navigate("/sessions/" + Client.id(session));
        String sam = page.getByText("Sign as Sam Seller").getAttribute("href");
        String bo = page.getByText("Sign as Bo Buyer").getAttribute("href");
        page.navigate(bo);
        assertThat(heading(page)).hasText("It is not your turn yet");

        ownersButton(session, "Pause", "InPaused");
        page.navigate(sam);
        assertThat(heading(page)).hasText("This session is paused");
        ownersButton(session, "Send to the signers", "InSent");
        ownersButton(session, "Cancel", "Cancelled");
        page.navigate(sam);
        assertThat(heading(page)).hasText("This session was cancelled");
        ownersButton(session, "Purge now", "Purged");
        page.navigate(sam);
        assertThat(page.locator("main")).containsText("You are attempting to access a session that has been purged.");
        assertThat(page.locator("main")).containsText("This session's documents are no longer available. "
                + "Please contact the sender of your signing session.");
        page.navigate("/sign/nothing");
        assertThat(heading(page)).hasText("This invitation is unknown");
    }

    @Test
    void anExpiredSessionSaysSo() {
        send("'ExpiresOn':'2026-11-25T00:00:00Z'", "purchase-agreement.pdf", seller(""));
        openFromMailbox("sam@example.com");
        clock.advance(Duration.ofDays(10));
        fillIn(page);
        sign(page);

        assertThat(heading(page)).hasText("This session has expired");
    }

    @Test
    void aNameThatMayNotBeChangedIsOnlyConfirmed() {
        JsonNode session = send("", "purchase-agreement.pdf",
                seller(",'Properties':[{'Key':'DisableEditName','Value':'1'}]"));
        openFromMailbox("sam@example.com");
        field(page, "Text").fill("12 Elm Street");
        field(page, "Signature").check();
        field(page, "Initials").check();
        sign(page);

        assertThat(heading(page)).hasText("Thank you, you have signed");
        assertThat(statusOf(session)).isEqualTo(COMPLETED);
    }

    @Test
    void signingWorksWithoutScripts() {
        JsonNode session = send("", "purchase-agreement.pdf", seller(""));
        try (BrowserContext plain = newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page theirs = plain.newPage();
            theirs.navigate("/mailbox");
            theirs.getByText("Please sign: Offer").click();
            theirs.getByText("Review and sign").click();
            field(theirs, "Text").fill("12 Elm Street");
            field(theirs, "Signature").fill("Sam Seller");
            field(theirs, "Initials").fill("SS");
            sign(theirs);
            assertThat(heading(theirs)).hasText("Thank you, you have signed");
        }
        assertThat(statusOf(session)).isEqualTo(COMPLETED);
    }

    private JsonNode send(String info, String document, String... signers) {
        JsonNode created = client.create(body("'Title':'Offer'" + (info.isEmpty() ? "" : "," + info), sample(document),
                String.join(",", List.of(signers))));
        clock.advance(Duration.ofSeconds(4));
        assertThat(client.start(created).path("ReturnValue").asText()).isEqualTo("True");
        return created;
    }

    private static String seller(String more) {
        return "{'FirstName':'Sam','LastName':'Seller','EmailAddress':'sam@example.com','SignerRole':'Seller 1'" + more + "}";
    }

    private static String buyer(String more) {
        return "{'FirstName':'Bo','LastName':'Buyer','EmailAddress':'bo@example.com','SignerRole':'Buyer 1'" + more + "}";
    }

    private void openFromMailbox(String recipient) {
        page.navigate("/mailbox?to=" + recipient);
        page.locator(".mail").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review and sign")).click();
        // The click ends when the page begins to load, and a key pressed before it has loaded finds nothing to focus.
        page.waitForURL("**/sign/*");
    }

    private void ownersButton(JsonNode session, String name, String status) {
        page.navigate("/sessions/" + Client.id(session));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
        assertThat(page.locator("[data-live=status]")).hasText(status);
    }

    private void answer(String label, String text) {
        page.getByLabel(label).fill(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue")).click();
    }

    private void tabTo(Locator wanted) {
        for (int i = 0; i < 40 && !(Boolean) wanted.evaluate("element => element === document.activeElement"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private static void fillIn(Page page) {
        field(page, "Text").fill("12 Elm Street");
        insert(page, "Sam Seller");
        insert(page, "SS");
    }

    private static Locator field(Page page, String kind) {
        return page.locator("#signing").getByLabel(kind);
    }

    private static void insert(Page page, String text) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true)).click();
    }

    private static void sign(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign").setExact(true)).click();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator progress(Page page) {
        return page.locator("[data-progress] [role=status]");
    }

    private String signerStatus(JsonNode session, int index) {
        return client.session(session).path("Signers").path(index).path("StatusCode").asText();
    }
}
