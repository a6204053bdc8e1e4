package dev.esign.sandbox.pages;

import dev.esign.sandbox.api.Accepted;
import dev.esign.sandbox.api.Tokens;
import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.Sessions;

/** Where the landing URL leads: with a good token on to the session's page, or to all sessions. */
final class SignInCall {

    private final Layout layout;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Accepted users;

    SignInCall(Layout layout, Sessions sessions, Tokens tokens, Accepted users) {
        this.layout = layout;
        this.sessions = sessions;
        this.tokens = tokens;
        this.users = users;
    }

    /** Takes the documented {@code token}, {@code user}, {@code ssid} and {@code page}. */
    Answer get(Request request) throws MalformedRequestException {
        boolean goodToken = tokens.spend(request.query("token"));
        if (!goodToken || !users.accepts(request.query("user"))) {
            return layout.owners(403, Layout.Place.NONE, "Sign-in failed", Markup
                    .of("""
                            <h1>Sign-in failed</h1>
                            <p>The token is unknown, expired or already used, or there is no such user. Every visit needs a new token.</p>
                            """));
        }
        if (request.query("ssid").isBlank()) {
            return Redirect.to("/");
        }
        try {
            // The address of the page that follows holds no token, so that it can be reloaded, kept and passed on.
            return Redirect.to("/sessions/" + sessions.find(request.query("ssid")).snapshot().id());
        } catch (RefusedException e) {
            return SessionPage.missing(layout);
        }
    }
}
