package dev.esign.sandbox.api;

import java.time.Clock;
import java.util.List;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.DocumentPlace;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.user.Users;

/** CreateSession, UpdateSession (with AddSignersDocumentsToSession, the same call), StartSession and GetSession. */
public final class SessionCalls {

    private final Sessions sessions;
    private final Users users;
    private final Clock clock;
    private final DocumentPlace place;

    /**
     * Begins.
     *
     * @param place where documents are kept
     */
    public SessionCalls(Sessions sessions, Users users, Clock clock, DocumentPlace place) {
        this.sessions = sessions;
        this.users = users;
        this.clock = clock;
        this.place = place;
    }

    public Answer create(Request request) throws MalformedRequestException {
        SessionChange change = read(request);
        try {
            users.check(change.userName());
            return Envelope.session(sessions.create(change, request.remoteAddress()).snapshot(), List.of());
        } catch (RefusedException e) {
            return Envelope.sessionRefusal(e.details());
        }
    }

    public Answer update(Request request) throws MalformedRequestException {
        SessionChange change = read(request);
        try {
            users.check(change.userName());
            SigningSession session = sessions.find(change.sessionId());
            List<String> takenRoles = session.update(change, request.remoteAddress());
            return Envelope.session(session.snapshot(), takenRoles);
        } catch (RefusedException e) {
            return Envelope.sessionRefusal(e.details());
        }
    }

    public Answer start(Request request) throws MalformedRequestException {
        String returnUrl = request.query("returnUrl");
        try {
            sessions.find(request.variable("id")).start(returnUrl, request.remoteAddress());
            return Envelope.done(List.of());
        } catch (RefusedException e) {
            return Envelope.done(e.details());
        }
    }

    public Answer get(Request request) {
        try {
            return Envelope.session(sessions.find(request.variable("id")).snapshot(), List.of());
        } catch (RefusedException e) {
            return Envelope.sessionRefusal(e.details());
        }
    }

    private SessionChange read(Request request) throws MalformedRequestException {
        var tree = new SessionBodyReader(request.body(), place).read();
        // The moment of arrival is the end of the upload, not its beginning.
        return SessionChange.of(tree, clock.instant());
    }
}
