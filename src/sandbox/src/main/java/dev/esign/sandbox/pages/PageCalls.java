package dev.esign.sandbox.pages;

import java.util.List;

import dev.esign.sandbox.api.Accepted;
import dev.esign.sandbox.api.Tokens;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Html;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Sessions;

/** The pages for people: where the landing URL leads, and what this server is. */
public final class PageCalls {

    private final Sessions sessions;
    private final Tokens tokens;
    private final Accepted users;

    public PageCalls(Sessions sessions, Tokens tokens, Accepted users) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.users = users;
    }

    /** What the landing URL with the documented {@code token}, {@code user}, {@code ssid} and {@code page} shows. */
    public Answer signIn(Request request) throws MalformedRequestException {
        boolean goodToken = tokens.spend(request.query("token"));
        if (!goodToken || !users.accepts(request.query("user"))) {
            return Answer.page(403, Html.page("Sign-in failed", """
                    <p>The token is unknown, expired or already used, or there is no such user.
                    Every visit needs a new token.</p>"""));
        }
        if (request.query("ssid").isBlank()) {
            return home(request);
        }
        try {
            return Answer.page(200, sessionPage(sessions.find(request.query("ssid")).snapshot()));
        } catch (RefusedException e) {
            return Answer.page(404, Html.page("No such signing session", "<p>There is no signing session with this id.</p>"));
        }
    }

    public Answer home(Request request) {
        List<SessionSnapshot> all = sessions.list();
        StringBuilder body = new StringBuilder("""
                <p>This server emulates the Constellation1 eSign signing-sessions API for development and tests.
                The API is below <code>/rest/v1</code>. Nothing here is sent to anybody, and nothing signed here is binding.</p>
                """);
        body.append("<p>Signing sessions: ").append(all.size()).append("</p>\n");
        table(body, "Signing sessions", List.of("Title", "Status"),
                all.stream().map(session -> List.of(session.contents().title(), session.status().label())).toList());
        return Answer.page(200, Html.page("eSign sandbox", body.toString()));
    }

    private static String sessionPage(SessionSnapshot session) {
        StringBuilder body = new StringBuilder();
        body.append("<p>Status: ").append(session.status().label()).append("</p>\n");
        table(body, "Documents", List.of("Name"),
                session.contents().documents().stream().map(document -> List.of(document.label())).toList());
        table(body, "Signers", List.of("Name", "E-mail address", "Role", "Status"),
                session.contents().signers().stream()
                        .map(signer -> List.of(signer.name(), signer.email(), signer.role(), signer.status().label()))
                        .toList());
        return Html.page(session.contents().title(), body.toString());
    }

    private static void table(StringBuilder html, String caption, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            html.append("<p>").append(caption).append(": none.</p>\n");
            return;
        }
        html.append("<table>\n<caption>").append(caption).append("</caption>\n<thead><tr>");
        heads.forEach(head -> html.append("<th scope=\"col\">").append(head).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(Html.escape(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }
}
