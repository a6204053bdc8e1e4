package dev.esign.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.esign.UploadProgress;

/**
 * The body of CreateSession and UpdateSession: {@code { userName, session }}. It is measured and streamed when it is sent,
 * as often as it is sent. Close it when the call has ended, so that a document which was sent only in part isn't held open.
 * For one call at a time.
 */
public final class SessionRequest implements AutoCloseable {

    private final String userName;
    private final WireSession session;
    private final WireForm form;
    private final UploadProgress progress;
    private SessionBody body;
    private ProgressInputStream open;
    private Sent sent = Sent.NOTHING;

    /** How much of the body has been handed to the HTTP client in the latest sending. */
    public enum Sent {
        /** Nothing: the request can't have reached eSign. */
        NOTHING,
        /** Not all: eSign can't have understood the request. */
        PART,
        /** All: eSign may have taken it. */
        WHOLE
    }

    /**
     * A request.
     *
     * @param userName the e-mail address of the session's owner
     * @param session the session
     * @param form the form of its JSON
     * @param progress told about the bytes as they are sent
     */
    public SessionRequest(String userName, WireSession session, WireForm form, UploadProgress progress) {
        this.userName = Objects.requireNonNull(userName, "userName");
        this.session = Objects.requireNonNull(session, "session");
        this.form = Objects.requireNonNull(form, "form");
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /** @return the e-mail address of the session's owner */
    @JsonProperty("userName")
    public String userName() {
        return userName;
    }

    /** @return the session */
    @JsonProperty("session")
    public WireSession session() {
        return session;
    }

    /** The form of the JSON. */
    WireForm form() {
        return form;
    }

    /**
     * Prepares the body, for which each document is read once if the length is to be announced. Blocks while it reads.
     *
     * @return its length in bytes; empty when it is sent in chunks
     * @throws DocumentUnreadableException when a document can't be read
     */
    public synchronized OptionalLong prepare() throws DocumentUnreadableException {
        if (body == null) {
            body = SessionBody.of(this);
        }
        return body.length();
    }

    /** Opens the body for one sending; whatever was open from an earlier one is closed. */
    synchronized InputStream open() throws IOException {
        close();
        OptionalLong total = prepare();
        open = new ProgressInputStream(body.open(), total.orElse(UploadProgress.UNKNOWN), progress);
        return open;
    }

    /** @return how much of the body has been handed to the HTTP client in the latest sending */
    public synchronized Sent sent() {
        return open == null ? sent : open.sent();
    }

    /** Closes what is open. */
    @Override
    public synchronized void close() throws IOException {
        if (open != null) {
            sent = open.sent();
            open.close();
            open = null;
        }
    }

    @Override
    public String toString() {
        return "SessionRequest[" + session + "]";
    }
}
