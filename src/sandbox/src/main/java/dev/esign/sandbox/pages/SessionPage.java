package dev.esign.sandbox.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.LogEntry;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionAction;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.Upload;

/** One session: what it holds, what happened to it and what can be done with it. */
final class SessionPage {

    private final Layout layout;
    private final Sessions sessions;
    private final DocumentView documents;
    private final ClockCalls clock;
    private final DeliveriesView deliveries;

    SessionPage(Layout layout, Sessions sessions, DocumentView documents, ClockCalls clock,
            DeliveriesView deliveries) {
        this.layout = layout;
        this.sessions = sessions;
        this.documents = documents;
        this.clock = clock;
        this.deliveries = deliveries;
    }

    Answer get(Request request) {
        return of(request.variable("id"), 200, List.of());
    }

    /**
     * Shows a session.
     *
     * @param problems why something could not be done with it
     */
    Answer of(String id, int status, List<String> problems) {
        long version = layout.version();
        SessionSnapshot session;
        try {
            session = sessions.find(id).snapshot();
        } catch (RefusedException e) {
            return missing(layout);
        }
        return layout.owners(version, status, Layout.Place.SESSIONS, OverviewPage.title(session), Markup.of(
                """
                        <p class="crumbs"><a href="/">Sessions</a> /</p>
                        <div class="title"><h1>{}</h1><span data-live="status">{}</span>
                        <span class="live end" data-live-state data-live-path="/sessions/{}" data-state="static">Reload to see what is new</span></div>
                        {}<div class="columns">
                        <div class="stack">
                        <section class="card" aria-labelledby="facts-title"><h2 id="facts-title">Session</h2>
                        <div data-live="facts">{}</div></section>
                        <section class="card" aria-labelledby="signers-title"><h2 id="signers-title">Signers</h2>
                        <div data-live="signers">{}</div></section>
                        <div class="stack" data-live="documents">{}</div>
                        </div>
                        <div class="stack">
                        <section class="card" aria-labelledby="actions-title"><h2 id="actions-title">What can be done</h2>
                        <div data-live="actions">{}</div></section>
                        <section class="card" aria-labelledby="log-title"><h2 id="log-title">Action log</h2>
                        <div data-live="log">{}</div></section>
                        <section class="card" aria-labelledby="mails-title"><h2 id="mails-title">E-mails</h2>
                        <div data-live="mails-of-session">{}</div></section>
                        <section class="card" aria-labelledby="webhooks-title"><h2 id="webhooks-title">Webhooks</h2>
                        <div data-live="webhooks">{}</div></section>
                        </div>
                        </div>
                        <p class="unseen" role="status" data-live-news="{}"></p>
                        """,
                OverviewPage.title(session), Parts.badge(session.status()), session.id(), Texts.problems(problems),
                facts(session),
                signers(session), session.contents().documents().stream().map(document -> document(session, document)).toList(),
                actions(session), log(session), mails(session), deliveries.of(session.id()), news(session)));
    }

    static Answer missing(Layout layout) {
        return layout.owners(404, Layout.Place.NONE, "No such signing session", new Markup("""
                <h1>No such signing session</h1>
                <p>There is no signing session with this id. Perhaps the sandbox was restarted.</p>
                <p><a class="button" href="/">All sessions</a></p>
                """));
    }

    private static Markup facts(SessionSnapshot session) {
        List<Markup> facts = new ArrayList<>();
        facts.add(fact("Id", Markup.of("<code>{}</code>", session.id())));
        facts.add(fact("Owner", Markup.text(session.contents().ownerAddress(session.history().owner()))));
        facts.add(fact("Created", Parts.time(session.createdOn())));
        session.startedOn().ifPresent(on -> facts.add(fact("Sent", Parts.time(on))));
        session.history().completedOn().ifPresent(on -> facts.add(fact("Completed", Parts.time(on))));
        session.history().expiry().ifPresent(on -> facts.add(fact("Expires", Parts.time(on))));
        session.history().purge().ifPresent(purge -> facts.add(fact("Purge", Parts.time(purge.on()))));
        session.history().nextReminder().ifPresent(on -> facts.add(fact("Next reminder", Parts.time(on))));
        facts.add(fact("Signing order", Markup.text(switch (session.contents().settings().path("UseSequence").asInt()) {
            case 1 -> "one after the other";
            case 2 -> "suspended: nobody is invited by itself";
            default -> "all at once";
        })));
        if (!session.setting("TransactionId").isBlank()) {
            facts.add(fact("Transaction id", Markup.of("<code>{}</code>", session.setting("TransactionId"))));
        }
        if (!session.setting("ReturnURL").isBlank()) {
            facts.add(fact("Return URL", Markup.of("<code>{}</code>", session.setting("ReturnURL"))));
        }
        session.history().copiedTo().forEach(copy -> facts.add(fact("Copied to",
                Markup.of("<a href=\"/sessions/{}\"><code>{}</code></a>", copy, copy))));
        return Markup.of("<dl class=\"facts\">{}</dl>", facts);
    }

    private static Markup fact(String name, Markup value) {
        return Markup.of("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
    }

    private static Markup signers(SessionSnapshot session) {
        List<Signer> signers = session.contents().signers();
        if (signers.isEmpty()) {
            return new Markup("<p class=\"soft\">None.</p>");
        }
        List<Markup> rows = new ArrayList<>();
        for (int i = 0; i < signers.size(); i++) {
            rows.add(signer(session, signers.get(i), i + 1));
        }
        return Markup.of("<p>{}</p><ul class=\"rows tight\">\n{}</ul>", Parts.progress(signers), rows);
    }

    private static Markup signer(SessionSnapshot session, Signer signer, int place) {
        List<Markup> notes = new ArrayList<>();
        notes.add(Markup.of("<span>Position {}</span>", signer.position(place)));
        notes.add(Markup.of("<span>{}</span>", signer.role()).when(!signer.role().isEmpty()));
        signer.authenticationSteps().forEach(step -> notes.add(Markup.of("<span>{} asked for</span>", step.label())));
        signer.progress().endedOn().ifPresent(on -> notes.add(Markup.of("<span>{}</span>", Parts.time(on))));
        notes.add(Markup.of("<span>{} failed attempts</span>", signer.progress().failures())
                .when(signer.progress().failures() > 0));
        signer.progress().declinedReason().ifPresent(reason -> notes.add(Markup.of("<span>Reason: “{}”</span>", reason)));
        return Markup.of("""
                <li class="signer" data-key="{}">{}{}
                <div class="meta wide">{}</div>
                {}{}</li>
                """, signer.id(), Parts.person(signer.name(), signer.email()), Parts.badge(signer.status()), notes,
                uploads(session, signer), signerButtons(session, signer));
    }

    private static Markup uploads(SessionSnapshot session, Signer signer) {
        List<Markup> links = signer.progress().uploads().stream().map(upload -> upload(session, upload)).toList();
        return Markup.of("<div class=\"wide small\">Uploaded: {}</div>", links).when(!links.isEmpty());
    }

    private static Markup upload(SessionSnapshot session, Upload upload) {
        return Markup.of("<a href=\"/sessions/{}/uploads/{}\" download>{}</a> ({}) ", session.id(), upload.id(),
                upload.fileName(),
                Parts.size(upload.content().size()));
    }

    private static Markup signerButtons(SessionSnapshot session, Signer signer) {
        boolean open = signer.status().isAwaited() && session.status() == SessionStatus.IN_SENT;
        boolean invitable = SessionAction.INVITE.isAllowedIn(session.status()) && !signer.status().isDone();
        return Markup.of("""
                <div class="buttons wide">{}{}</div>
                """, Markup.of("<a class=\"button small\" id=\"sign-{}\" href=\"/sign/{}\">Sign as {}</a>", signer.id(),
                signer.progress().inviteToken(), signer.name()).when(open),
                Markup.of("""
                        <form method="post" action="/sessions/{}/invite"><input type="hidden" name="signer" value="{}">\
                        <button class="small" id="invite-{}">Send invitation</button></form>
                        """, session.id(), signer.id(), signer.id()).when(invitable)).when(open || invitable);
    }

    private Markup document(SessionSnapshot session, Document document) {
        List<Field> fields = FieldValues.of(session, document);
        String path = "/sessions/" + session.id() + "/documents/" + document.id();
        return Markup.of("""
                <section class="card" aria-label="{}">{}
                <details id="document-{}"><summary>Look into it</summary>{}</details>
                {}</section>
                """, document.label(), DocumentView.head(document, path), document.id(),
                documents.content(document, path, fields, field -> 0), fields(document, fields));
    }

    private static Markup fields(Document document, List<Field> fields) {
        List<Markup> rows = fields.stream().map(field -> Markup.of("<tr><td>{}</td><td>{}{}</td><td>{}</td><td>{}</td></tr>\n",
                field.role(), field.kind().label(), field.required() ? ", required" : "", field.page() > 0 ? field.page() : "",
                Drawing.of(field.value()).map(Drawing::picture).orElseGet(() -> Markup.text(field.value())))).toList();
        return Markup.of("""
                <details id="fields-{}"><summary>{} fields</summary><div class="scroll"><table>
                <thead><tr><th scope="col">Role</th><th scope="col">Kind</th><th scope="col">Page</th>\
                <th scope="col">Value</th></tr></thead>
                <tbody>{}</tbody></table></div></details>
                """, document.id(), rows.size(), rows).when(!rows.isEmpty());
    }

    private Markup actions(SessionSnapshot session) {
        List<Markup> buttons = new ArrayList<>();
        for (OwnerAction action : OwnerAction.values()) {
            if (action.isAllowed(session)) {
                buttons.add(Markup.of("""
                        <form method="post" action="/sessions/{}/{}"><button id="do-{}"{}>{}</button></form>
                        """, session.id(), action.path(), action.path(),
                        new Markup(" class=\"grave\"").when(action.isGrave()), action.label()));
            }
        }
        buttons.addAll(jumps(session));
        return Markup.join(
                Markup.of("<div class=\"buttons\">{}</div>", buttons).when(!buttons.isEmpty()),
                new Markup("<p class=\"soft\">Nothing: this state is the last one.</p>").when(buttons.isEmpty()));
    }

    /** What time will do to the session, to be had at once. */
    private List<Markup> jumps(SessionSnapshot session) {
        List<Markup> jumps = new ArrayList<>();
        if (session.status().isOpen()) {
            session.history().expiry().ifPresent(on -> jumps.add(clock.jump(on, "Move the clock to its expiry")));
            session.history().nextReminder().ifPresent(on -> jumps.add(clock.jump(on, "Move the clock to the next reminder")));
        }
        session.history().purge().ifPresent(purge -> jumps.add(clock.jump(purge.on(), "Move the clock to the purge")));
        return jumps;
    }

    private static Markup log(SessionSnapshot session) {
        List<Markup> entries = new ArrayList<>(session.history().log().stream().map(entry -> Markup.of("""
                <li data-key="{}">{}{}</li>
                """, entry.at(), entry.description(), Parts.time(entry.at()))).toList());
        Collections.reverse(entries);
        return entries.isEmpty() ? new Markup("<p class=\"soft\">Nothing yet.</p>")
                : Markup.of("<ol class=\"log\" tabindex=\"0\" aria-labelledby=\"log-title\">\n{}</ol>", entries);
    }

    private static Markup mails(SessionSnapshot session) {
        List<Markup> mails = new ArrayList<>(session.history().mails().stream().map(mail -> Markup.of("""
                <li data-key="{}"><a href="/mailbox/{}">{}</a><br><span class="soft small">to {}, {}</span></li>
                """, mail.id(), mail.id(), MailboxPage.subject(mail), mail.to(), Parts.time(mail.at()))).toList());
        Collections.reverse(mails);
        return mails.isEmpty() ? new Markup("<p class=\"soft\">None.</p>")
                : Markup.of("<ul class=\"rows tight log-like\">\n{}</ul>", mails);
    }

    private static String news(SessionSnapshot session) {
        List<LogEntry> log = session.history().log();
        return log.isEmpty() ? "" : log.get(log.size() - 1).description();
    }
}
