package dev.esign.deployment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.esign.EsignException;
import dev.esign.SigningSessions;
import dev.esign.browser.TestBrowser;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;
import io.quarkus.test.QuarkusDevModeTest;
import io.vertx.ext.web.Router;

/** The Dev UI in a browser, beside an application in dev mode. */
class DevUiIT {

    private static final int PORT = FreePort.find();
    private static final String SETTINGS = """
            quarkus.http.port=%d
            quarkus.esign.api-key=marker-of-the-api-key
            quarkus.esign.username=kim@example.com
            quarkus.esign.devservices.webhooks=http://127.0.0.1:%d/told
            """.formatted(PORT, PORT);

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest().withApplicationRoot(
            jar -> jar.addClasses(Office.class).addAsResource(new StringAsset(SETTINGS), "application.properties"));

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    private Page page;

    @BeforeEach
    void openPage() {
        page = BROWSER.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800)).newPage();
    }

    @AfterEach
    void closePage() {
        page.context().close();
    }

    /** In one go, since most of the time goes into the start of the application. */
    @Test
    void isOfUseBesideTheApplication() throws Exception {
        showsWhatTheApplicationDoes();
        sendsWebhooksAgain();
        letsCallsFail();
        letsTimePass();
    }

    private void showsWhatTheApplicationDoes() throws Exception {
        page.navigate(devUi("extensions"));
        Locator card = page.locator("qwc-esign-card");
        assertThat(card).containsText("kim@example.com · key set");
        assertThat(card).containsText("none yet");
        String sandbox = card.locator("a").first().getAttribute("href");
        assertThat(sandbox).startsWith("http://127.0.0.1:");

        ask("draft");
        String session = ask("send");
        assertThat(card).containsText("1 InDraft, 1 InSent");
        assertThat(card).containsText("delivered");
        checkAccessibility(card);

        card.locator("nav").getByText("Sessions").click();
        assertThat(page.getByRole(AriaRole.LINK, named("Purchase agreement, 12 Elm Street")))
                .hasAttribute("href", sandbox + "/sessions/" + session);
        assertThat(page.getByRole(AriaRole.LINK, named("invitation of Ada Lovelace")))
                .hasAttribute("href", Pattern.compile("http://127\\.0\\.0\\.1:\\d+/sign/.+"));
        assertThat(page.locator("qwc-esign-sessions tbody")).containsText("InSent");
        checkAccessibility(page.locator("qwc-esign-sessions"));
        keep("dev-ui");

        open("Requests");
        page.getByRole(AriaRole.BUTTON, named("CreateSession")).first().click();
        assertThat(page.locator("qwc-esign-requests pre")).containsText("authorization: masked-");
        page.getByRole(AriaRole.BUTTON, named("EncryptString")).click();
        assertThat(page.locator("qwc-esign-requests pre")).containsText("GET /rest/v1/encrypt/masked-");
        assertThat(page.locator("qwc-esign-requests table").innerText()).contains("masked-").doesNotContain("marker-of-the");
        checkAccessibility(page.locator("qwc-esign-requests"));
    }

    private void sendsWebhooksAgain() {
        open("Webhooks");
        Locator deliveries = page.locator("qwc-esign-webhooks tbody tr");
        assertThat(deliveries.first()).containsText("delivered, HTTP 200");
        int before = deliveries.count();
        page.getByRole(AriaRole.BUTTON, named("Send 1 again")).click();
        assertThat(deliveries).hasCount(before + 1);
        assertThat(deliveries.first()).containsText("(1 again)");
        assertThat(deliveries.first()).containsText("delivered, HTTP 200");
        assertThat(page.locator("qwc-esign-webhooks table").innerText()).contains("http://127.0.0.1:" + PORT + "/***");
        checkAccessibility(page.locator("qwc-esign-webhooks"));
    }

    private void letsCallsFail() throws Exception {
        open("Faults and clock");
        page.getByLabel("What happens").selectOption("REFUSED");
        page.getByLabel("To calls of").selectOption("CreateSession");
        page.getByRole(AriaRole.BUTTON, named("Set up")).click();
        Locator faults = page.locator("qwc-esign-faults tbody");
        assertThat(faults).containsText("next 1 of CreateSession");

        assertThat(ask("send")).isEqualTo("ValidationException");
        assertThat(faults).containsText("None.");
        assertThat(ask("send")).hasSize(36);

        page.getByLabel("How many").fill("");
        page.getByRole(AriaRole.BUTTON, named("Set up")).click();
        page.getByRole(AriaRole.BUTTON, named("Remove fault 2")).waitFor();
        checkAccessibility(page.locator("qwc-esign-faults"));
        page.getByRole(AriaRole.BUTTON, named("Remove fault 2")).click();
        assertThat(faults).containsText("None.");
    }

    private void letsTimePass() {
        page.getByLabel("Move it forward by").fill("soon");
        page.getByRole(AriaRole.BUTTON, named("Move")).click();
        assertThat(page.getByText("Invalid duration: soon")).isVisible();
        page.getByLabel("Move it forward by").fill("36500d");
        page.getByRole(AriaRole.BUTTON, named("Move")).click();
        assertThat(page.locator("qwc-esign-faults time")).containsText(Pattern.compile("21\\d\\d-"));
    }

    @Test
    void showsWhatItCanOfAnESignThatIsNotTheSandbox() throws Exception {
        APPLICATION.modifyResourceFile("application.properties", settings -> settings
                + "quarkus.esign.url=https://marker-of-the-user:marker-of-the-password@api.example.com/esign?marker-of-the-query\n");
        ask("routes");

        page.navigate(devUi("extensions"));
        Locator card = page.locator("qwc-esign-card");
        assertThat(card).containsText("https://api.example.com/esign (not the sandbox)");
        assertThat(card.locator("nav")).hasText("Accounts");
        page.navigate(devUi("quarkus-esign/accounts"));
        assertThat(page.locator("qwc-esign-accounts tbody tr"))
                .hasText("<default> https://api.example.com/esign kim@example.com set");
        checkAccessibility(page.locator("qwc-esign-accounts"));
    }

    private static void checkAccessibility(Locator part) {
        assertThat(TestBrowser.accessibilityViolations(part)).isEmpty();
    }

    /** Makes a picture of the documentation, in {@code target/pictures} or where {@code -Dpictures} says. */
    private void keep(String name) throws IOException {
        Path picture = Path.of(System.getProperty("pictures", "target/pictures"), name + ".png");
        page.setViewportSize(1120, 360);
        page.screenshot(new Page.ScreenshotOptions().setPath(picture)
                .setStyle("vaadin-notification-container { display: none }"));
        page.setViewportSize(1280, 800);
        assertThat(Files.size(picture)).isLessThan(150_000);
    }

    /** Goes on to another page of the extension. */
    private void open(String title) {
        page.locator("qwc-header").getByText(title, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static String devUi(String page) {
        return "http://localhost:" + PORT + "/q/dev-ui/" + page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String ask(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/" + path)).build(), BodyHandlers.ofString())
                .body();
    }

    @ApplicationScoped
    static class Office {

        @Inject
        SigningSessions sessions;

        void routes(@Observes Router router) {
            router.post("/told").handler(request -> request.end());
            router.get("/draft").blockingHandler(request -> request
                    .end(sessions.create(session("Lease renewal, Mill Lane 3")).toString()), false);
            router.get("/send").blockingHandler(request -> {
                try {
                    request.end(sessions.send(session("Purchase agreement, 12 Elm Street")).toString());
                } catch (EsignException e) {
                    request.end(e.getClass().getSimpleName());
                }
            }, false);
        }

        private static NewSession session(String title) {
            return NewSession.titled(title)
                    .documents(Document.of("agreement.pdf", "%PDF".getBytes(StandardCharsets.UTF_8)).build())
                    .signers(Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email("ada@example.com").build(),
                            Signer.as(SignerRole.buyer(1)).name("Alan", "Turing").email("alan@example.com").build())
                    .build();
        }
    }
}
