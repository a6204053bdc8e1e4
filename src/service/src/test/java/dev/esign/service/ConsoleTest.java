package dev.esign.service;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import dev.esign.browser.TestBrowser;
import dev.esign.sandbox.EsignSandbox;
import dev.esign.sandbox.SandboxSession;

/**
 * The packaged service with its console in a browser, and a sandbox that calls back. Whatever a test does: nothing may write an
 * error to the browser's console, such as an offence against the policy of the page, and no request may go elsewhere.
 */
abstract class ConsoleTest {

    static final Path AGREEMENT = Path.of("../../docs/samples/purchase-agreement.docx");

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    private static final String SECRET = "secret-of-the-tests-of-the-console";

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    Page page;

    static EsignSandbox sandbox() {
        return EsignSandbox.builder().tagProcessing(Duration.ofMillis(300)).start();
    }

    /** Starts the service with these settings; the sandbox calls it. */
    static ServiceProcess service(EsignSandbox sandbox, Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("QUARKUS_ESIGN_WEBHOOK_SECRETS", SECRET,
                "ESIGN_SERVICE_LIMITS_REQUESTS_PER_MINUTE", "0", "QUARKUS_ESIGN_START_DELAY", "300MS",
                "QUARKUS_ESIGN_START_RETRY_DELAY", "300MS"));
        all.putAll(settings);
        ServiceProcess service = ServiceProcess.start(sandbox, all);
        sandbox.webhooks().add(service.request("/webhooks/esign/" + SECRET).build().uri());
        return service;
    }

    abstract ServiceProcess service();

    /** What the browser may complain of in this test. */
    boolean isExpected(String fault) {
        return false;
    }

    @BeforeEach
    void openBrowser() throws Exception {
        context = newContext(1280, ColorScheme.LIGHT);
        page = context.newPage();
    }

    @AfterEach
    void closeBrowser() {
        context.close();
        assertThat(faults).as("errors in the browser's console, and requests to elsewhere").isEmpty();
    }

    BrowserContext newContext(int width, ColorScheme scheme) throws Exception {
        String address = service().request("/").build().uri().toString();
        return BROWSER.newContext(new Browser.NewContextOptions().setBaseURL(address).setViewportSize(width, 900)
                .setColorScheme(scheme).setLocale("en-GB").setTimezoneId("UTC"), this::report);
    }

    private void report(String fault) {
        if (!isExpected(fault)) {
            faults.add(fault);
        }
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Composes what can be sent. */
    void compose(String title) {
        page.navigate("/#/new");
        page.locator("input[type=file]").setInputFiles(AGREEMENT);
        addSigner("Seller 1", "Ada", "Lovelace", "ada@example.com");
        addSigner("Buyer 1", "Alan", "Turing", "alan@example.com");
        page.getByLabel("Title").fill(title);
    }

    void addSigner(String role, String firstName, String lastName, String email) {
        button("Add " + role).click();
        Locator signer = page.locator(".signers > li").last();
        assertThat(signer.getByLabel("Role")).hasValue(role);
        signer.getByLabel("First name").fill(firstName);
        signer.getByLabel("Last name").fill(lastName);
        signer.getByLabel("E-mail").fill(email);
    }

    static SandboxSession onlySession(EsignSandbox sandbox) {
        assertThat(sandbox.sessions().list()).hasSize(1);
        return sandbox.sessions().list().get(0);
    }

    static byte[] agreement() {
        try {
            return Files.readAllBytes(AGREEMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
