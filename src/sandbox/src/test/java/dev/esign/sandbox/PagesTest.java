package dev.esign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

class PagesTest extends SandboxTest {

    private static final String NASTY = "<script>alert('x')</script>&";

    @Override
    EsignSandbox.Builder configure(EsignSandbox.Builder builder) {
        return builder.users("owner@example.com");
    }

    @Test
    void theStartPageListsTheSessions() {
        client.create(body("'Title':'" + NASTY.replace('\'', '`') + "'", DOCUMENT, SIGNER));

        HttpResponse<String> page = client.get("/");

        assertPage(page, 200);
        assertThat(page.body()).contains("Signing sessions: 1", "&lt;script&gt;alert(`x`)&lt;/script&gt;&amp;", "InDraft")
                .doesNotContain("<script", "ann@example.com");
    }

    @Test
    void theSignInPageShowsTheSessionAndSpendsTheToken() {
        JsonNode created = client.create(body("'Title':'Offer <b>'", "{'FileName':'a<i>.docx','FileBytes':[1]}", SIGNER));
        String landing = Client.json(client.send(client.withToken("/rest/v1/landingurl")).body()).path("ReturnValue").asText();
        String path = landing.substring(sandbox.url().toString().length())
                + "token=" + client.token() + "&user=Owner@example.com&ssid=" + Client.id(created) + "&page=continue";

        HttpResponse<String> page = client.get(path);

        assertPage(page, 200);
        assertThat(page.body()).contains("<h1>Offer &lt;b&gt;</h1>", "InDraft", "a&lt;i&gt;.docx", "Ann Lee", "Buyer 1",
                "PendingInvite");
        assertThat(client.get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void theShortFormLeadsToTheStartPage() {
        HttpResponse<String> page = client.get("/signin?token=" + client.token() + "&user=owner@example.com");

        assertPage(page, 200);
        assertThat(page.body()).contains("eSign sandbox");
    }

    @Test
    void refusesABadTokenAnUnknownUserAndAnUnknownSession() {
        assertPage(client.get("/signin"), 403);
        assertPage(client.get("/signin?token=x&user=owner@example.com"), 403);
        assertPage(client.get("/signin?token=" + client.token() + "&user=other@example.com"), 403);
        assertPage(client.get("/signin?token=" + client.token() + "&user=owner@example.com&ssid=" + NO_GUID), 404);
    }

    private static void assertPage(HttpResponse<String> page, int status) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\">", "<h1>");
    }
}
