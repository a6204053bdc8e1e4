package dev.esign.service.problem;

import java.net.URI;
import java.util.Locale;

/** The kinds of problems that the service tells its callers, each with a type, a status, a title and what to do. */
public enum ProblemKind {

    MALFORMED_REQUEST(400, "The request can't be read", "It isn't what this operation takes; nothing was sent."),
    UNKNOWN_ADDRESS(404, "There is nothing at this address", "See /q/openapi for the addresses of this service."),
    METHOD_NOT_ALLOWED(405, "The method isn't allowed here", "See /q/openapi for the methods of this address."),
    NOT_ACCEPTABLE(406, "The answer can't have the wanted form", "This service answers application/json."),
    REQUEST_TOO_LARGE(413, "The request is too large", "Send fewer or smaller documents; more can be added by an update."),
    UNSUPPORTED_MEDIA_TYPE(415, "The request has the wrong form",
            "This service takes application/json, and multipart/form-data for documents."),
    INVALID_REQUEST(422, "The request can't be sent to eSign", "See problems for all that is wrong; nothing was sent."),
    TOKEN_MISSING(401, "A token is needed", "Send Authorization: Bearer and a token of the issuer that this service trusts."),
    TOKEN_REFUSED(401, "The token is refused", "See error_description in WWW-Authenticate; get a new token."),
    CALLER_UNKNOWN(401, "The caller isn't known", "The proxy in front of this service named none."),
    ROLE_MISSING(403, "The caller may not do this", "It needs another role; see scope in WWW-Authenticate."),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request",
            "A session with this key differs, see problems; nothing was changed. Send another session with a key of its own."),
    IDEMPOTENCY_KEY_IN_USE(409, "A request with the same idempotency key is at work",
            "Nothing was changed by this one; send it again to get the session that the other one makes.", 2),
    TOO_MANY_REQUESTS(429, "The caller sends too many requests", "Nothing was done; wait for the seconds in Retry-After.", 1),
    TOO_MANY_UPLOADS(429, "The caller has too many uploads under way", "Nothing was done; wait until one of them has ended.",
            5),
    SHUTTING_DOWN(503, "The service is ending", "Nothing was done; send it again on a new connection.", 1),

    REFUSED(422, "eSign refused the request", "See texts for eSign's reasons; nothing was changed unless they say so."),
    SESSION_NOT_FOUND(404, "There is no such session", "eSign doesn't know it."),
    SESSION_NOT_READY(409, "The session can't be started yet",
            "eSign still refused after the last try: see texts for what it misses. Anchor tags may still be processed."),
    INVALID_SESSION_STATE(409, "The session's status doesn't allow this",
            "Nothing was changed; get the session for its status."),
    SIGNER_NOT_FOUND(404, "The session has no such signer", "Nothing was changed; get the session for its signers."),
    SESSION_CHANGED(412, "The session isn't the one that was read",
            "It has another ETag than If-Match says. Nothing was changed; get the session, and decide anew."),
    RATE_LIMITED(429, "eSign wants fewer calls", "Nothing was changed; try again later.", 5),
    ACCOUNT_REFUSED(502, "eSign refused the service's own account",
            "The service's settings are wrong: its URL, API key, salt or user. Nothing was changed."),
    OUTCOME_UNKNOWN(502, "It isn't known whether eSign did it",
            "The answer was lost. Look for the session before repeating the request; a repeated create can make two sessions."),
    UNEXPECTED_ANSWER(502, "eSign's answer can't be understood", "Nothing was changed; the request may be repeated."),
    ISSUER_UNAVAILABLE(503, "Tokens can't be checked", "The issuer's keys can't be had; nothing was done, try again later.", 5),
    UNAVAILABLE(503, "eSign can't be reached", "Nothing was changed; try again later.", 5),
    TIMEOUT(504, "eSign took too long", "Nothing was changed; the request may be repeated."),
    IDEMPOTENCY_UNSETTLED(503, "It isn't known yet which session the idempotency key has",
            "A session was created, but eSign couldn't be asked about others; send the request again with the same key.", 2),
    OVERLOADED(503, "The service has too much to do", "Nothing was changed; try again later.", 5),

    DEAD_LETTER_NOT_FOUND(404, "There is no such dead letter",
            "It was delivered, deleted or dropped, or another replica has it."),
    RECEIVER_UNKNOWN(409, "The receiver isn't configured any more", "Configure it again, or delete the dead letter."),
    QUEUE_FULL(503, "Too many events wait for the receiver", "Try again when it has taken some.", 5),
    STREAM_REFUSED(503, "No more streams of events can be opened", "There are too many, or this replica is ending; try again.",
            3),
    INTERNAL_ERROR(500, "The service failed", "The service's log tells more, under this problem's instance.");

    private static final String PREFIX = "urn:esign:problem:";

    private final int status;
    private final String title;
    private final String detail;
    private final Integer retryAfterSeconds;

    ProblemKind(int status, String title, String detail) {
        this(status, title, detail, null);
    }

    ProblemKind(int status, String title, String detail, Integer retryAfterSeconds) {
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The type by which programs tell the kinds apart. */
    public URI type() {
        return URI.create(PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** A fixed text: eSign's own texts may name people, and go into a member of their own. */
    public String detail() {
        return detail;
    }

    /** After how many seconds to try again; null when waiting isn't the cure. */
    public Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Whether the caller can't help it, so that the service's operator has to learn of it. */
    public boolean concernsOperator() {
        return status >= 500;
    }
}
