package dev.esign.sandbox.pages;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.esign.sandbox.http.Answer;

/** The frame of every page: head, navigation, the note that nothing here counts, and the content. */
final class Layout {

    /** The parts of the sandbox that the navigation leads to. */
    enum Place {
        SESSIONS,
        MAILBOX,
        FAULTS,
        NONE
    }

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Assets assets;
    private final Changes changes;
    private final Header header;

    /**
     * What the pages of the sandbox's owner show beside its name: the clock, and how many mails and active faults there are.
     */
    interface Header {

        Markup clock();

        int mails();

        int faults();
    }

    Layout(Assets assets, Changes changes, Header header) {
        this.assets = assets;
        this.changes = changes;
        this.header = header;
    }

    /** The version to give to a page, to be asked for before its content is: it may be older than the content, never newer. */
    long version() {
        return changes.version();
    }

    /** A page for whoever tries the sandbox out. */
    Answer owners(int status, Place place, String title, Markup content) {
        return owners(version(), status, place, title, content);
    }

    /** A page that follows what happens after a version. */
    Answer owners(long version, int status, Place place, String title, Markup content) {
        return answer(version, status, title + " · eSign sandbox",
                Markup.of("""
                        <div class="top">
                        <a class="brand" href="/"><img src="{}" alt="" width="30" height="30">eSign sandbox</a>
                        <nav aria-label="Pages">
                        <a href="/"{}>Sessions</a>
                        <a href="/mailbox"{}>Mailbox <span data-live="mails">{}</span></a>
                        <a href="/faults"{}>Faults <span data-live="fault-count">{}</span></a>
                        </nav>
                        <div class="clock" data-live="clock">{}</div>
                        </div>
                        """, assets.path("icon.svg"), current(place == Place.SESSIONS), current(place == Place.MAILBOX),
                        count(header.mails()),
                        current(place == Place.FAULTS), count(header.faults()),
                        header.clock()),
                Markup.of("<main id=\"main\" tabindex=\"-1\">\n{}</main>\n", content), "live.js");
    }

    /** A page for a signer, who sees nothing of the rest. */
    Answer signers(int status, String title, Markup content, boolean wide) {
        return answer(version(), status, title, Markup.of("""
                <div class="top">
                <span class="brand"><img src="{}" alt="" width="30" height="30">eSign sandbox</span>
                </div>
                """, assets.path("icon.svg")),
                Markup.of("<main id=\"main\" tabindex=\"-1\" class=\"{}\">\n{}</main>\n", wide ? "wide" : "narrow", content),
                "sign.js");
    }

    private Answer answer(long version, int status, String title, Markup top, Markup main, String script) {
        Markup page = Markup.of(
                """
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <title>{}</title>
                        <link rel="icon" href="{}" type="image/svg+xml">
                        <link rel="stylesheet" href="{}">
                        <script type="module" src="{}"></script>
                        </head>
                        <body data-version="{}">
                        <a class="skip" href="#main">Skip to the content</a>
                        <header>
                        {}<p class="notice"><strong>Sandbox.</strong> Nothing here is sent to anybody, and nothing signed here is binding.</p>
                        </header>
                        {}</body>
                        </html>
                        """,
                title, assets.path("icon.svg"), assets.path("pages.css"), assets.path(script), version, top, main);
        return new Answer(status, Map.of(
                "Content-Type", "text/html; charset=utf-8",
                "Cache-Control", "no-store",
                "Content-Security-Policy", POLICY,
                // Addresses here let people sign. Forms need their origin told, or they couldn't be told from others.
                "Referrer-Policy", "same-origin",
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY"), page.html().getBytes(StandardCharsets.UTF_8));
    }

    private static Markup count(int count) {
        return Markup.of("<span class=\"count\">{}</span>", count).when(count > 0);
    }

    private static Markup current(boolean here) {
        return new Markup(" aria-current=\"page\"").when(here);
    }
}
