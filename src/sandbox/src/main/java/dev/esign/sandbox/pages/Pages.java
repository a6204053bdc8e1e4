package dev.esign.sandbox.pages;

import java.net.URI;
import java.util.Collection;
import java.util.List;

import dev.esign.sandbox.Faults;
import dev.esign.sandbox.Webhooks;
import dev.esign.sandbox.api.Accepted;
import dev.esign.sandbox.api.Tokens;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.Guard;
import dev.esign.sandbox.http.Route;
import dev.esign.sandbox.pages.picture.PdfPictures;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.TimeMachine;
import dev.esign.sandbox.session.Visits;

/** The pages for people, and which of them answers which path. */
public final class Pages {

    private final Changes changes = new Changes();
    private final EventLog events = new EventLog(changes);
    private final Assets assets = new Assets();
    private final LiveCalls live = new LiveCalls(changes);
    private final ClockCalls clock;
    private final DeliveriesView deliveries;
    private final OverviewPage overview;
    private final SessionPage session;
    private final OwnerCalls owner;
    private final MailboxPage mailbox;
    private final CeremonyCalls ceremony;
    private final FaultsPage faultsPage;
    private final SignInCall signIn;

    /**
     * Makes the pages of a sandbox.
     *
     * @param methods the names of the API's methods
     * @param url where the sandbox listens
     */
    public Pages(Sessions sessions, TimeMachine time, Webhooks webhooks, Faults faults, Collection<String> methods,
            Tokens tokens, Accepted users, URI url) {
        this.deliveries = new DeliveriesView(webhooks);
        this.clock = new ClockCalls(time, changes);
        Layout layout = new Layout(assets, changes, new Layout.Header() {
            @Override
            public Markup clock() {
                return clock.clock();
            }

            @Override
            public int mails() {
                return sessions.mails().size();
            }

            @Override
            public int faults() {
                return faults.active().size();
            }
        });
        PdfPictures pictures = new PdfPictures();
        DocumentView documents = new DocumentView(pictures);
        DocumentFiles files = new DocumentFiles(pictures);
        this.overview = new OverviewPage(layout, sessions, events, url);
        this.session = new SessionPage(layout, sessions, documents, clock, deliveries);
        this.owner = new OwnerCalls(sessions, session, files);
        this.mailbox = new MailboxPage(layout, sessions);
        this.ceremony = new CeremonyCalls(sessions, new Visits(sessions), new CeremonyPage(layout, documents),
                new EndPage(layout), files);
        this.faultsPage = new FaultsPage(layout, faults, methods, changes);
        this.signIn = new SignInCall(layout, sessions, tokens, users);
        sessions.listen(events);
        sessions.watch(changed -> changes.happened());
    }

    /** Forgets what happened; open pages show that, too. */
    public void clear() {
        events.clear();
        changes.happened();
    }

    public List<Route> routes() {
        return List.of(
                page("", overview::get),
                page("signin", signIn::get),
                page("sessions/{id}", session::get),
                page("sessions/{id}/documents/{document}", owner::document),
                page("sessions/{id}/documents/{document}/pages/{page}", owner::picture),
                page("sessions/{id}/uploads/{upload}", owner::upload),
                form("sessions/{id}/invite", owner::invite),
                form("sessions/{id}/{action}", owner::act),
                page("mailbox", mailbox::list),
                page("mailbox/{id}", mailbox::get),
                page("sign/{token}", ceremony::get),
                page("sign/{token}/documents/{document}", ceremony::document),
                page("sign/{token}/documents/{document}/pages/{page}", ceremony::picture),
                form("sign/{token}/authenticate", ceremony.authenticate()),
                form("sign/{token}/code", ceremony.sendCode()),
                form("sign/{token}/sign", ceremony.sign()),
                form("sign/{token}/decline", ceremony.decline()),
                form("sign/{token}/delegate", ceremony.delegate()),
                form("sign/{token}/upload", ceremony.upload()),
                form("clock", clock::move),
                form("webhooks/{delivery}/redeliver", deliveries::redeliver),
                page("faults", faultsPage::get),
                form("faults", faultsPage::add),
                form("faults/clear", faultsPage::clear),
                form("faults/{id}/remove", faultsPage::remove),
                page("live", live::get),
                page("assets/{name}", assets::get));
    }

    private static Route form(String template, Call call) {
        return Route.of("POST", template, Call.ofForms(Guard.localOnly(call)));
    }

    private static Route page(String template, Call call) {
        return Route.of("GET", template, Guard.localName(call));
    }
}
