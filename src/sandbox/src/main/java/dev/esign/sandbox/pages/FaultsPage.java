package dev.esign.sandbox.pages;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import dev.esign.sandbox.Fault;
import dev.esign.sandbox.FaultKind;
import dev.esign.sandbox.Faults;
import dev.esign.sandbox.FaultyCalls;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;

/** Switches for the misbehaviour of the API. */
final class FaultsPage {

    private static final int LARGEST_FORM = 4 * 1024;

    private final Layout layout;
    private final Faults faults;
    private final Collection<String> methods;
    private final Changes changes;

    /**
     * Makes the page.
     *
     * @param methods the names of the methods that can fail
     */
    FaultsPage(Layout layout, Faults faults, Collection<String> methods, Changes changes) {
        this.layout = layout;
        this.faults = faults;
        this.methods = new TreeSet<>(methods);
        this.changes = changes;
    }

    Answer get(Request request) {
        return of(200, List.of());
    }

    Answer add(Request request) throws MalformedRequestException {
        Form form = FormReader.read(request, LARGEST_FORM);
        try {
            FaultyCalls calls = form.value("times").equals("always") ? faults.always()
                    : faults.next(Integer.parseInt(form.value("times")));
            String method = form.value("method");
            FaultKind.of(form.value("kind")).setUp(method.isEmpty() ? calls : calls.of(method));
        } catch (IllegalArgumentException e) {
            // Its message names the methods and limits of this sandbox; a number or kind that is none came from no page.
            return of(422, List.of("These calls cannot fail like that: choose another method, kind or number."));
        }
        return changed();
    }

    Answer remove(Request request) {
        String id = request.variable("id");
        if (id.matches("\\d{1,18}")) {
            faults.find(Long.parseLong(id)).ifPresent(Fault::remove);
        }
        return changed();
    }

    Answer clear(Request request) {
        faults.clear();
        return changed();
    }

    private Answer changed() {
        changes.happened();
        return Redirect.to("/faults");
    }

    private Answer of(int status, List<String> problems) {
        return layout.owners(status, Layout.Place.FAULTS, "Faults",
                Markup.of(
                        """
                                <div class="title"><h1>Faults</h1>
                                <span class="live end" data-live-state data-live-path="/faults" data-state="static">Reload to see what is new</span></div>
                                <p class="soft">Calls of the API that shall fail, to see what an application makes of it. These pages never fail.</p>
                                {}<div class="columns">
                                <section class="card" aria-labelledby="active-title"><h2 id="active-title">Active</h2>
                                <div data-live="faults">{}</div></section>
                                <section class="card" aria-labelledby="new-title"><h2 id="new-title">Let calls fail</h2>{}</section>
                                </div>
                                <p class="unseen" role="status" data-live-news=""></p>
                                """,
                        Texts.problems(problems), active(), form()));
    }

    private Markup active() {
        List<Fault> active = faults.active();
        if (active.isEmpty()) {
            return new Markup("<p class=\"soft\">None: every call does what it should.</p>");
        }
        return Markup.of("""
                <ul class="rows tight">{}</ul><hr>
                <form method="post" action="/faults/clear"><button class="grave">Remove all</button></form>
                """, active.stream().map(fault -> Markup.of("""
                <li class="signer" data-key="f{}"><span>{}<br><span class="soft small">{} calls hit</span></span>
                <form method="post" action="/faults/{}/remove"><button class="small" id="remove-{}">Remove</button></form></li>
                """, fault.id(), fault.description(), fault.hits(), fault.id(), fault.id())).toList());
    }

    private Markup form() {
        return Markup.of("""
                <form method="post" action="/faults">
                <div class="row"><div><label for="kind">What happens</label><select id="kind" name="kind">{}</select></div>
                <div><label for="method">To which method</label><select id="method" name="method">
                <option value="">Any method</option>{}</select></div>
                <div><label for="times">How often</label><select id="times" name="times">
                <option value="1">To the next call</option><option value="3">To the next 3 calls</option>
                <option value="always">To every call, until it is removed</option></select></div></div>
                <p class="buttons"><button class="main">Set up</button></p>
                </form>
                """, Arrays.stream(FaultKind.values())
                .map(kind -> Markup.of("<option value=\"{}\">{}</option>", kind.name(), kind.label())).toList(),
                methods.stream().map(method -> Markup.of("<option>{}</option>", method)).toList());
    }
}
