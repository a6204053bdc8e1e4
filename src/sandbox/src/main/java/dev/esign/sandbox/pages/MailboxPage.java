package dev.esign.sandbox.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.Mail;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Sessions;

/** The messages that would have been sent. */
final class MailboxPage {

    private static final int PAGE_SIZE = 50;
    private static final int RECIPIENTS_OFFERED = 200;

    private final Layout layout;
    private final Sessions sessions;

    MailboxPage(Layout layout, Sessions sessions) {
        this.layout = layout;
        this.sessions = sessions;
    }

    Answer list(Request request) throws MalformedRequestException {
        long version = layout.version();
        String to = request.query("to").strip();
        int page = request.query("page").matches("\\d{1,6}") ? Integer.parseInt(request.query("page")) : 0;
        List<Mail> all = new ArrayList<>(sessions.mails());
        Collections.reverse(all);
        List<Mail> found = all.stream().filter(mail -> to.isEmpty() || isTo(mail, to)).toList();
        int from = Math.min(page * PAGE_SIZE, found.size());
        int end = Math.min(from + PAGE_SIZE, found.size());
        return layout.owners(version, 200, Layout.Place.MAILBOX, "Mailbox",
                Markup.of(
                        """
                                <div class="title"><h1>Mailbox</h1>
                                <span class="live end" data-live-state data-state="static">Reload to see what is new</span></div>
                                <p class="soft">E-mails and texts that eSign would have sent. Here they only wait to be read.</p>
                                <form class="search" role="search" action="/mailbox" method="get">
                                <div><label class="unseen" for="to">Recipient</label>
                                <input id="to" name="to" type="search" value="{}" list="recipients" placeholder="All recipients" autocomplete="off">
                                <datalist id="recipients">{}</datalist></div>
                                <button>Show</button>
                                </form>
                                <div data-live="mails-list">{}{}</div>
                                <p class="unseen" role="status" data-live-news="{}"></p>
                                """,
                        to, recipients(all), rows(all, found.subList(from, end)), pager(to, page, end < found.size()),
                        all.stream().findFirst().map(mail -> "Newest: " + subject(mail) + ", to " + mail.to()).orElse("")));
    }

    Answer get(Request request) {
        Optional<Mail> found = sessions.mails().stream().filter(mail -> mail.id().equals(request.variable("id"))).findFirst();
        return found.map(this::letter).orElseGet(() -> layout.owners(404, Layout.Place.MAILBOX, "No such e-mail", new Markup("""
                <h1>No such e-mail</h1>
                <p><a class="button" href="/mailbox">Mailbox</a></p>
                """)));
    }

    static String subject(Mail mail) {
        return mail.subject().isBlank() ? mail.kind() == Mail.Kind.SMS_CODE ? "SMS with a code" : "No subject" : mail.subject();
    }

    private static Markup rows(List<Mail> all, List<Mail> shown) {
        if (all.isEmpty()) {
            return new Markup("""
                    <div class="empty"><p><strong>No e-mails yet.</strong></p>
                    <p>The first ones are written when a session is sent to its signers.</p></div>
                    """);
        }
        if (shown.isEmpty()) {
            return new Markup("<p class=\"empty\">Nothing for this recipient.</p>\n");
        }
        return Markup.of("<ul class=\"rows\">\n{}</ul>\n", shown.stream().map(mail -> Markup.of("""
                <li data-key="{}"><a class="mail" href="/mailbox/{}"><strong>{}</strong>{}<span class="soft small">to {}</span>\
                <span class="soft small">{}</span></a></li>
                """, mail.id(), mail.id(), subject(mail), kind(mail), mail.to(), Parts.time(mail.at()))).toList());
    }

    private Answer letter(Mail mail) {
        return layout.owners(200, Layout.Place.MAILBOX, subject(mail), Markup.of("""
                <p class="crumbs"><a href="/mailbox">Mailbox</a> /</p>
                <article class="card letter-card">
                <div class="title"><h1>{}</h1>{}</div>
                <dl class="facts"><div><dt>To</dt><dd>{}</dd></div>{}<div><dt>Written</dt><dd>{}</dd></div>
                <div><dt>Session</dt><dd><a href="/sessions/{}">{}</a></dd></div></dl>
                <hr>
                <div class="letter">{}</div>
                {}{}</article>
                """, subject(mail), kind(mail), mail.to(),
                Markup.of("<div><dt>Copies to</dt><dd>{}</dd></div>", String.join(", ", mail.cc())).when(!mail.cc().isEmpty()),
                Parts.time(mail.at()), mail.sessionId(), sessionTitle(mail), mail.text(), links(mail), attachments(mail)));
    }

    private static Markup links(Mail mail) {
        // Paths on this sandbox only; "//" would lead elsewhere.
        List<Markup> links = mail.links().stream().filter(link -> link.path().startsWith("/") && !link.path().startsWith("//"))
                .map(link -> Markup.of("<a class=\"button main\" href=\"{}\">{}</a>\n", link.path(), link.label())).toList();
        return Markup.of("<p class=\"buttons\">{}</p>\n", links).when(!links.isEmpty());
    }

    private Markup attachments(Mail mail) {
        Optional<SessionSnapshot> session = session(mail);
        List<Markup> names = mail.attachments().stream()
                .flatMap(id -> session.stream().flatMap(found -> found.document(id).stream()))
                .map(document -> Markup.of("<li>📎 <a href=\"/sessions/{}/documents/{}\" download>{}</a></li>",
                        mail.sessionId(),
                        document.id(), document.label()))
                .toList();
        return Markup.of("<ul class=\"rows tight hint\" aria-label=\"Attachments\">{}</ul>\n", names).when(!names.isEmpty());
    }

    private String sessionTitle(Mail mail) {
        return session(mail).map(OverviewPage::title).orElse(mail.sessionId());
    }

    private Optional<SessionSnapshot> session(Mail mail) {
        try {
            return Optional.of(sessions.find(mail.sessionId()).snapshot());
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static Markup recipients(List<Mail> all) {
        return Markup.join(all.stream().map(Mail::to).distinct().sorted().limit(RECIPIENTS_OFFERED)
                .map(to -> Markup.of("<option value=\"{}\"></option>", to)).toList());
    }

    private static boolean isTo(Mail mail, String recipient) {
        String wanted = recipient.toLowerCase(Locale.ROOT);
        return mail.to().toLowerCase(Locale.ROOT).contains(wanted)
                || mail.cc().stream().anyMatch(address -> address.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Markup kind(Mail mail) {
        Tone tone = switch (mail.kind()) {
            case INVITATION, REMINDER, SMS_CODE -> Tone.INFO;
            case SIGNED, COMPLETED -> Tone.GOOD;
            case DELEGATED, PURGE_NOTICE -> Tone.BUSY;
            case DECLINED, AUTHENTICATION_FAILED, CANCELLED, EXPIRED -> Tone.BAD;
        };
        String name = mail.kind() == Mail.Kind.SMS_CODE ? "SMS" : mail.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Parts.badge(tone, name);
    }

    private static Markup pager(String to, int page, boolean more) {
        String query = "/mailbox?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8) + "&page=";
        return Markup.of("<nav class=\"pager\" aria-label=\"More e-mails\">{}<span></span>{}</nav>\n",
                Markup.of("<a href=\"{}\" rel=\"prev\">Newer</a>", query + Math.max(0, page - 1)).when(page > 0),
                Markup.of("<a href=\"{}\" rel=\"next\">Older</a>", query + (page + 1)).when(more)).when(page > 0 || more);
    }
}
