package dev.esign.sandbox.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.Sessions;

/** All sessions with what happened last. */
final class OverviewPage {

    private static final int PAGE_SIZE = 50;
    private static final int EVENTS = 50;

    private final Layout layout;
    private final Sessions sessions;
    private final EventLog events;
    private final URI url;

    OverviewPage(Layout layout, Sessions sessions, EventLog events, URI url) {
        this.layout = layout;
        this.sessions = sessions;
        this.events = events;
        this.url = url;
    }

    /** What to show. */
    private record View(String search, Optional<SessionStatus> status, int page) {

        static View of(Request request) throws MalformedRequestException {
            Optional<SessionStatus> status = Optional.empty();
            for (SessionStatus candidate : SessionStatus.values()) {
                if (candidate.label().equalsIgnoreCase(request.query("status"))) {
                    status = Optional.of(candidate);
                }
            }
            String page = request.query("page");
            return new View(request.query("q").strip(), status, page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0);
        }

        String path(Optional<SessionStatus> otherStatus, int otherPage) {
            List<String> parameters = new ArrayList<>();
            if (!search.isEmpty()) {
                parameters.add("q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
            }
            otherStatus
                    .ifPresent(value -> parameters.add("status=" + URLEncoder.encode(value.label(), StandardCharsets.UTF_8)));
            if (otherPage > 0) {
                parameters.add("page=" + otherPage);
            }
            return parameters.isEmpty() ? "/" : "/?" + String.join("&", parameters);
        }
    }

    Answer get(Request request) throws MalformedRequestException {
        long version = layout.version();
        View view = View.of(request);
        List<SessionSnapshot> all = sessions.list();
        List<SessionSnapshot> found = all.stream().filter(session -> matches(session, view.search())).toList();
        return layout.owners(version, 200, Layout.Place.SESSIONS, "Sessions", Markup.of("""
                <div class="title"><h1>Signing sessions</h1>
                <span class="live end" data-live-state data-state="static">Reload to see what is new</span></div>
                {}
                <div class="columns">
                <section class="stack" aria-labelledby="list-title">
                <h2 id="list-title" class="unseen">List of sessions</h2>
                <div data-live="sessions">
                {}{}
                </div>
                </section>
                <section class="card" aria-labelledby="log-title">
                <h2 id="log-title">What happened</h2>
                <div data-live="events">{}</div>
                </section>
                </div>
                <p class="unseen" role="status" data-live-news="{}"></p>
                """, search(view), tabs(view, found), list(view, all, found), events(),
                events.latest(1).stream().findFirst().map(entry -> entry.title() + ", " + entry.text()).orElse("")));
    }

    private static Markup search(View view) {
        return Markup.of("""
                <form class="search" role="search" action="/" method="get">
                <div><label class="unseen" for="q">Search by title, id, transaction id or signer</label>
                <input id="q" name="q" type="search" value="{}" placeholder="Title, id, transaction id or signer"></div>
                {}<button>Search</button>
                </form>
                """, view.search(),
                view.status().map(status -> Markup.of("<input type=\"hidden\" name=\"status\" value=\"{}\">", status.label()))
                        .orElse(Markup.NOTHING));
    }

    private static Markup tabs(View view, List<SessionSnapshot> found) {
        Map<SessionStatus, Integer> counts = new EnumMap<>(SessionStatus.class);
        found.forEach(session -> counts.merge(session.status(), 1, Integer::sum));
        view.status().ifPresent(status -> counts.putIfAbsent(status, 0));
        List<Markup> tabs = new ArrayList<>();
        tabs.add(tab(view, Optional.empty(), "All", found.size()));
        counts.forEach((status, count) -> tabs.add(tab(view, Optional.of(status), status.label(), count)));
        return Markup.of("<ul class=\"tabs\" aria-label=\"Statuses\">{}</ul>\n", tabs).when(counts.size() > 0);
    }

    private static Markup tab(View view, Optional<SessionStatus> status, String label, int count) {
        return Markup.of("<li><a href=\"{}\"{}>{} <span>{}</span></a></li>\n", view.path(status, 0),
                new Markup(" aria-current=\"true\"").when(status.equals(view.status())), label, count);
    }

    private Markup list(View view, List<SessionSnapshot> all, List<SessionSnapshot> found) {
        if (all.isEmpty()) {
            return Markup.of("""
                    <p class="soft small">Signing sessions: 0</p>
                    <div class="empty"><p><strong>No sessions yet.</strong></p>
                    <p>Point an application at this sandbox, and what it sends appears here:</p>
                    <p><code>quarkus.esign.url={}</code></p></div>
                    """, url);
        }
        List<SessionSnapshot> newest = new ArrayList<>(
                found.stream().filter(session -> view.status().map(session.status()::equals).orElse(true)).toList());
        Collections.reverse(newest);
        int from = Math.min(view.page() * PAGE_SIZE, newest.size());
        int to = Math.min(from + PAGE_SIZE, newest.size());
        Markup count = Markup.of("<p class=\"soft small\">Signing sessions: {}{}</p>\n", newest.size(),
                Markup.of(", {} to {} shown", from + 1, to).when(to > from && to - from < newest.size()));
        if (newest.isEmpty()) {
            return Markup.join(count, new Markup("<p class=\"empty\">No session matches.</p>\n"));
        }
        return Markup.of("{}<ul class=\"rows\">\n{}</ul>\n{}", count,
                newest.subList(from, to).stream().map(OverviewPage::row).toList(), pager(view, to < newest.size()));
    }

    private static Markup row(SessionSnapshot session) {
        return Markup.of("""
                <li class="session" data-key="{}"><h3><a href="/sessions/{}">{}</a></h3> {}
                <div class="meta">{} <span>{}</span></div></li>
                """, session.id(), session.id(), title(session), Parts.badge(session.status()),
                Parts.progress(session.contents().signers()), Parts.time(session.createdOn()));
    }

    private static Markup pager(View view, boolean more) {
        if (view.page() == 0 && !more) {
            return Markup.NOTHING;
        }
        return Markup.of("<nav class=\"pager\" aria-label=\"More sessions\">{}<span></span>{}</nav>\n",
                Markup.of("<a href=\"{}\" rel=\"prev\">Newer</a>", view.path(view.status(), Math.max(0, view.page() - 1)))
                        .when(view.page() > 0),
                Markup.of("<a href=\"{}\" rel=\"next\">Older</a>", view.path(view.status(), view.page() + 1)).when(more));
    }

    private Markup events() {
        List<EventLog.Entry> latest = events.latest(EVENTS);
        if (latest.isEmpty()) {
            return new Markup("<p class=\"soft\">Nothing yet.</p>");
        }
        return Markup.of("<ol class=\"log\" tabindex=\"0\" aria-labelledby=\"log-title\">\n{}</ol>", latest.stream()
                .map(entry -> Markup.of("""
                        <li class="{}" data-key="{}">{}<br><a href="/sessions/{}">{}</a>{}</li>
                        """, entry.tone().css(), entry.number(), entry.text(), entry.sessionId(), entry.title(),
                        Parts.time(entry.at())))
                .toList());
    }

    static String title(SessionSnapshot session) {
        return session.contents().title().isBlank() ? "Untitled" : session.contents().title();
    }

    private static boolean matches(SessionSnapshot session, String search) {
        String wanted = search.toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || contains(session.contents().title(), wanted) || contains(session.id(), wanted)
                || contains(session.setting("TransactionId"), wanted) || session.contents().signers().stream()
                        .anyMatch(signer -> contains(signer.name(), wanted) || contains(signer.email(), wanted));
    }

    private static boolean contains(String text, String lowerCase) {
        return text.toLowerCase(Locale.ROOT).contains(lowerCase);
    }
}
