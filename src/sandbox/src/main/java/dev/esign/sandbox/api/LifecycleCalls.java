package dev.esign.sandbox.api;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.Call;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.LogEntry;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionCopy;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.WebAddress;
import dev.esign.sandbox.user.Users;
import dev.esign.sandbox.wire.Members;
import dev.esign.sandbox.wire.WireDate;

/** The calls that lead a session through its life, apart from create, update and start. */
public final class LifecycleCalls {

    private final Sessions sessions;
    private final Users users;

    public LifecycleCalls(Sessions sessions, Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** Something done to a session that is answered with {@code True} or {@code False}. */
    private interface Deed {

        void on(SigningSession session, Request request) throws MalformedRequestException, RefusedException;
    }

    public Call cancel() {
        return doing((session, request) -> {
            checkReturnUrl(request, false);
            session.cancel(request.remoteAddress());
        });
    }

    public Call close() {
        return doing((session, request) -> {
            checkReturnUrl(request, false);
            session.close(request.remoteAddress());
        });
    }

    public Call delete() {
        return doing((session, request) -> session.delete(request.remoteAddress()));
    }

    public Call purge() {
        return doing((session, request) -> {
            boolean now = purgeNow(request.query("purgeNow"));
            checkReturnUrl(request, true);
            session.purge(now, request.remoteAddress());
        });
    }

    public Call cancelPurging() {
        return doing((session, request) -> session.cancelPurge(request.remoteAddress()));
    }

    /** Edit/Pause Session. */
    public Answer edit(Request request) {
        try {
            SigningSession session = sessions.find(request.variable("id"));
            session.pause(request.remoteAddress());
            return Envelope.session(session.snapshot(), List.of());
        } catch (RefusedException e) {
            return Envelope.sessionRefusal(e.details());
        }
    }

    public Answer copy(Request request) throws MalformedRequestException {
        SessionCopy copy = SessionCopy.of(new SessionBodyReader(request.body()).read());
        try {
            return Envelope.session(sessions.copy(copy, request.remoteAddress()).snapshot(), List.of());
        } catch (RefusedException e) {
            return Envelope.sessionRefusal(e.details());
        }
    }

    public Answer updateTransactionId(Request request) throws MalformedRequestException {
        JsonNode body = new SessionBodyReader(request.body()).read();
        try {
            users.check(Members.text(body, "userName"));
            String transactionId = Members.text(body, "newTransactionId");
            if (transactionId.isBlank()) {
                throw new RefusedException("Error: newTransactionId is required.");
            }
            sessions.find(Members.text(body, "signingSessionId")).updateTransactionId(transactionId,
                    request.remoteAddress());
            return Envelope.done(List.of());
        } catch (RefusedException e) {
            return Envelope.done(e.details());
        }
    }

    public Answer actionLogs(Request request) {
        try {
            return Envelope.array("Actionlog", sessions.find(request.variable("id")).snapshot().history().log(),
                    LifecycleCalls::entry, List.of());
        } catch (RefusedException e) {
            return Envelope.arrayRefusal("Actionlog", e.details());
        }
    }

    private Call doing(Deed deed) {
        return request -> {
            try {
                deed.on(sessions.find(request.variable("id")), request);
                return Envelope.done(List.of());
            } catch (RefusedException e) {
                return Envelope.done(e.details());
            }
        };
    }

    private static void checkReturnUrl(Request request, boolean required) throws MalformedRequestException, RefusedException {
        String returnUrl = request.query("returnUrl");
        if (required || !returnUrl.isBlank()) {
            WebAddress.check(returnUrl);
        }
    }

    private static boolean purgeNow(String text) throws MalformedRequestException {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "", "false" -> false;
            default -> throw new MalformedRequestException("purgeNow is neither true nor false.");
        };
    }

    private static ObjectNode entry(LogEntry entry) {
        return JsonNodeFactory.instance.objectNode().put("Date", WireDate.format(entry.at())).put("IPAddress", entry.ip())
                .put("Description", entry.description());
    }
}
