package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class PagesTest extends SandboxTest {

    private static final String NASTY = "<script>alert(`x`)</script>&\\\"><img src=x onerror=alert(1)>";

    @Override
    EsignSandbox.Builder configure(EsignSandbox.Builder builder) {
        return builder.users("owner@example.com");
    }

    @Test
    void theStartPageListsTheSessions() {
        client.create(body("'Title':'Offer'", DOCUMENT, SIGNER));

        HttpResponse<String> page = client.get("/");

        assertPage(page, 200);
        assertThat(page.body()).contains("Signing sessions: 1", "Offer", "InDraft", "0 of 1 signed")
                .doesNotContain("ann@example.com");
    }

    @Test
    void anEmptyStartPageTellsHowToBegin() {
        assertThat(client.get("/").body()).contains("quarkus.esign.url=" + sandbox.url());
    }

    @Test
    void everythingThatComesFromOutsideIsEscapedEverywhere() {
        JsonNode created = client.create(body(
                "'Title':'" + NASTY + "','TransactionId':'" + NASTY + "','OwnerName':'" + NASTY + "','Description':'" + NASTY
                        + "'",
                "{'FileName':'" + NASTY + ".docx','FileBytes':[1]}",
                "{'FirstName':'" + NASTY + "','LastName':'" + NASTY
                        + "','EmailAddress':'ann@example.com','SignerRole':'" + NASTY + "','SignerEmailSubject':'" + NASTY
                        + "'}"));
        client.start(created);
        String invitation = invitation(created);
        String mail = found("/mailbox/[^\"]+", client.get("/mailbox").body());

        for (String path : new String[] { "/", "/?q=" + Client.encode("<script>"), "/sessions/" + Client.id(created),
                "/mailbox",
                "/mailbox?to=" + Client.encode("<script>"), mail, invitation }) {
            HttpResponse<String> page = client.get(path);
            assertPage(page, 200);
            assertThat(page.body()).as(path).doesNotContain("<script>", "<img src=x").contains("&lt;script&gt;");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "q=offer", "q=TX-1", "q=ANN%20LEE", "q=ann@", "status=InDraft", "status=indraft&q=offer" })
    void findsSessions(String query) {
        client.create(body("'Title':'My offer','TransactionId':'tx-1'", DOCUMENT, SIGNER));

        assertThat(client.get("/?" + query).body()).contains("Signing sessions: 1", "My offer");
    }

    @ParameterizedTest
    @ValueSource(strings = { "q=other", "status=Completed", "page=7" })
    void leavesOutWhatIsNotWanted(String query) {
        createReady();

        assertThat(client.get("/?" + query).body()).doesNotContain("<li class=\"session\"");
    }

    @Test
    void longListsAreShownInPagesTheNewestFirst() {
        for (int i = 1; i <= 51; i++) {
            client.create(body("'Title':'Number " + i + ".'", DOCUMENT, SIGNER));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(client.get("/").body()).contains("<h3>", ">Number 51.", ">Number 2.", "1 to 50 shown", "href=\"/?page=1\"")
                .doesNotContain(">Number 1.");
        assertThat(client.get("/?page=1").body()).contains(">Number 1.", "51 to 51 shown", "href=\"/\" rel=\"prev\"");
    }

    @Test
    void theSignInPageLeadsToTheSessionAndSpendsTheToken() {
        JsonNode created = createReady();
        String landing = Client.json(client.send(client.withToken("/rest/v1/landingurl")).body()).path("ReturnValue").asText();
        String path = landing.substring(sandbox.url().toString().length())
                + "token=" + client.token() + "&user=Owner@example.com&ssid=" + Client.id(created) + "&page=continue";

        HttpResponse<String> page = client.get(path);

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).hasValue("/sessions/" + Client.id(created));
        assertThat(client.get(path).statusCode()).isEqualTo(403);
        assertThat(client.get("/sessions/" + Client.id(created)).body()).contains("Ann Lee", "ann@example.com", "Buyer 1",
                "PendingInvite", "a.docx");
    }

    @Test
    void theShortFormLeadsToTheStartPage() {
        HttpResponse<String> page = client.get("/signin?token=" + client.token() + "&user=owner@example.com");

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void refusesABadTokenAnUnknownUserAndAnUnknownSession() {
        assertPage(client.get("/signin"), 403);
        assertPage(client.get("/signin?token=x&user=owner@example.com"), 403);
        assertPage(client.get("/signin?token=" + client.token() + "&user=other@example.com"), 403);
        assertPage(client.get("/signin?token=" + client.token() + "&user=owner@example.com&ssid=" + NO_GUID), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/sessions/" + NO_GUID, "/mailbox/" + NO_GUID, "/sign/nothing" })
    void whatIsNotThereIsNotFound(String path) {
        assertPage(client.get(path), 404);
    }

    @Test
    void styleAndScriptsAreKeptByBrowsersUntilTheyChange() {
        String path = found("/assets/pages.css[^\"]+", client.get("/").body());

        HttpResponse<String> first = client.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = client.send(client.request(path).header("If-None-Match", tag));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(client.get("/assets/nothing.css").statusCode()).isEqualTo(404);
    }

    @Test
    void aChangeIsToldToWhoeverWaitsForIt() {
        String version = found("(?<=data-version=\")\\d+", client.get("/").body());
        CompletableFuture<String> waiting = CompletableFuture
                .supplyAsync(() -> client.get("/live?since=" + version).body());
        createReady();

        assertThat(Long.parseLong(waiting.join())).isGreaterThan(Long.parseLong(version));
        assertThat(Long.parseLong(client.get("/live?since=x").body())).as("at once").isGreaterThan(Long.parseLong(version));
    }

    @Test
    void theOwnersButtonsDoWhatTheApiDoes() {
        JsonNode created = createReady();
        client.start(created);
        String session = "/sessions/" + Client.id(created);

        assertThat(post(session + "/pause", "").headers().firstValue("Location")).hasValue(session);
        assertThat(client.get(session).body()).contains("InPaused");
        assertThat(post(session + "/start", "").statusCode()).isEqualTo(303);
        assertThat(post(session + "/cancel", "").statusCode()).isEqualTo(303);
        assertThat(client.get(session).body()).contains("Cancelled").doesNotContain("do-pause");

        HttpResponse<String> refused = post(session + "/pause", "");
        assertPage(refused, 422);
        assertThat(refused.body()).contains("role=\"alert\"", "is Cancelled and cannot be edited.").doesNotContain("Error:");
        assertThat(post(session + "/explode", "").statusCode()).isEqualTo(404);
        assertThat(post("/sessions/" + NO_GUID + "/cancel", "").statusCode()).isEqualTo(404);
    }

    @Test
    void anInvitationCanBeSentAgain() {
        JsonNode created = createReady();
        client.start(created);
        String signer = client.session(created).path("Signers").path(0).path("SignerId").asText();

        assertThat(post("/sessions/" + Client.id(created) + "/invite", "signer=" + signer).statusCode()).isEqualTo(303);
        assertThat(client.get("/mailbox?to=ann@example.com").body().split("class=\"mail\"", -1)).hasSize(3);
        assertThat(post("/sessions/" + Client.id(created) + "/invite", "signer=x").statusCode()).isEqualTo(422);
    }

    @Test
    void theMailboxShowsWhatWouldHaveBeenSent() {
        JsonNode created = client.create(body("'Title':'Offer','Description':'Hello\\\\nthere'", DOCUMENT, SIGNER));
        assertThat(client.get("/mailbox").body()).contains("No e-mails yet");
        client.start(created);

        HttpResponse<String> list = client.get("/mailbox");
        HttpResponse<String> mail = client.get(found("/mailbox/[^\"]+", list.body()));

        assertPage(list, 200);
        assertThat(list.body()).contains("Please sign: Offer", "ann@example.com");
        assertPage(mail, 200);
        assertThat(mail.body()).contains("Dear Ann Lee,\n\nHello\nthere", "href=\"/sign/", "/sessions/" + Client.id(created));
        assertThat(client.get("/mailbox?to=other").body()).contains("Nothing for this recipient").doesNotContain("/mailbox/");
    }

    @Test
    void documentsAreFilesToSaveWhateverIsInThem() {
        JsonNode created = client.create(body("'Title':'x'", "{'FileName':'ä \\\"b\\\".html','FileBytes':[60,98,62]}", SIGNER));
        String path = found("/sessions/[^\"]+/documents/[^\"/]+", client.get("/sessions/" + Client.id(created)).body());

        HttpResponse<String> file = client.get(path);

        assertThat(file.body()).isEqualTo("<b>");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''%C3%A4%20%22b%22.html");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(client.get(path + "x").statusCode()).isEqualTo(404);
        assertThat(client.get(path + "/pages/1").statusCode()).as("a picture of what is no PDF").isEqualTo(404);
    }

    @Test
    void pagesOfAPdfAreShownAsPictures() {
        JsonNode created = client.create(body("'Title':'x'", sample("purchase-agreement.pdf"), SIGNER));
        String page = client.get("/sessions/" + Client.id(created)).body();
        String path = found("/sessions/[^\"]+/documents/[^\"/]+/pages/1", page);

        HttpResponse<String> picture = client.get(path);
        String tag = picture.headers().firstValue("ETag").orElseThrow();

        assertThat(page).contains("Page 1 of purchase-agreement.pdf", "Residential Purchase Agreement");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(client.send(client.request(path).header("If-None-Match", tag)).statusCode()).isEqualTo(304);
        assertThat(client.get(path.replace("pages/1", "pages/2")).statusCode()).isEqualTo(404);
        assertThat(client.get(path.replace("pages/1", "pages/x")).statusCode()).isEqualTo(404);
    }

    @Test
    void officeDocumentsAreShownAsText() {
        JsonNode created = client.create(body("'Title':'x'", sample("purchase-agreement.docx"), SIGNER));

        assertThat(client.get("/sessions/" + Client.id(created)).body()).contains("Residential Purchase Agreement",
                "1. Parties and property");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Origin: http://evil.example", "Origin: null", "Origin: http://127.0.0.1:1",
            "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site" })
    void formsOfOtherSitesAreRefused(String header) {
        JsonNode created = createReady();
        client.start(created);
        String[] nameAndValue = header.split(": ");

        HttpResponse<String> answer = client.send(client.request("/sessions/" + Client.id(created) + "/cancel")
                .header(nameAndValue[0], nameAndValue[1]).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(statusOf(created)).isEqualTo(2);
    }

    @Test
    void theOwnFormsAreTaken() {
        JsonNode created = createReady();
        client.start(created);

        HttpResponse<String> answer = client.send(client.request("/sessions/" + Client.id(created) + "/cancel")
                .header("Origin", sandbox.url().toString()).POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = { "evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example" })
    void aNameThatAnotherSiteMadePointHereShowsNothing(String host) throws IOException {
        createReady();

        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 403")
                .doesNotContain("Offer");
    }

    @ParameterizedTest
    @ValueSource(strings = { "localhost:8980", "LOCALHOST", "127.0.0.1", "[::1]:9", "esign.localhost" })
    void theNamesOfThisMachineAreTaken(String host) throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void formsThatAreNoneAreRefused() {
        JsonNode created = createReady();
        client.start(created);
        String path = "/sessions/" + Client.id(created) + "/invite";

        assertThat(client.send(client.request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(415);
        assertThat(post(path, "signer=%zz").statusCode()).isEqualTo(400);
        assertThat(post(path, "signer=" + "x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(client.send(client.request(path).header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "days=x", "to=tomorrow", "days=99999999", "to=9999-12-31T00:00:00Z", "" })
    void theClockTakesMomentsOnly(String form) {
        assertThat(post("/clock", form).statusCode()).isEqualTo(400);
        assertThat(client.get("/").body()).contains("21 Nov 2026, 15:30:00 UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:1//evil.example/x", "javascript:alert(1)", "::", "" })
    void theClockLeadsBackToThisSandboxOnly(String referer) {
        HttpResponse<String> answer = client.send(client.request("/clock").header("Referer", referer)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("days=1")));

        assertThat(answer.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void everyFaultThatIsOfferedCanBeSetUp() {
        Matcher kinds = Pattern.compile("<option value=\"([A-Z_]+)\">").matcher(client.get("/faults").body());
        int count = 0;
        while (kinds.find()) {
            count++;
            assertThat(post("/faults", "times=1&method=&kind=" + kinds.group(1)).statusCode()).as(kinds.group(1))
                    .isEqualTo(303);
        }

        assertThat(sandbox.faults().active()).hasSize(count).hasSizeGreaterThan(10);
        assertThat(client.get("/faults").statusCode()).as("the pages never fail").isEqualTo(200);
        assertThat(post("/faults/clear", "").statusCode()).isEqualTo(303);
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "times=0&kind=LAG", "times=x&kind=LAG", "times=1&kind=OTHER",
            "times=1&kind=LAG&method=Other" })
    void faultsThatAreNoneAreRefused(String form) {
        assertPage(post("/faults", form), 422);
        assertThat(sandbox.faults().active()).isEmpty();
    }

    @Test
    void afterAResetNothingIsLeft() {
        createReady();
        sandbox.reset();

        assertThat(client.get("/").body()).contains("Signing sessions: 0", "Nothing yet.").doesNotContain("Offer");
    }

    private HttpResponse<String> post(String path, String form) {
        return client.send(client.request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String invitation(JsonNode created) {
        return found("/sign/[A-Za-z0-9_-]+", client.get("/sessions/" + Client.id(created)).body());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group();
    }

    private static void assertPage(HttpResponse<String> page, int status) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\">", "<h1", "<main",
                "nothing signed here is binding");
        assertThat(page.body()).doesNotContain(" style=", "<style", "onclick=");
    }
}
