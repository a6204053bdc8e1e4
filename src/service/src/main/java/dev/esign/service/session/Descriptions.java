package dev.esign.service.session;

/** Texts of the OpenAPI document that are needed more than once. */
final class Descriptions {

    static final String TITLE = "What signers read as the subject; not blank.";
    static final String TRANSACTION_ID = "Your own identity of the transaction, by which the session can be found again.";
    static final String MESSAGE = "The text of the invitation e-mail; line breaks are kept.";
    static final String SIGNING_ORDER = "The order in which signers are invited: all at once, one position after the other, or "
            + "nobody by eSign. Upper and lower case are the same.";
    static final String DELEGATION_ALLOWED = "Whether a signer may delegate.";
    static final String COPY_TO = "People who get a copy of the documents.";
    static final String PASSWORD = "A password that protects the session.";
    static final String OWNER_SIGNS_FIRST = "Whether the session's owner signs first.";
    static final String INVITATIONS_SENT = "Whether eSign mails the invitations when the session is started; it does unless "
            + "this is false.";
    static final String REDIRECT_AFTER_SEND = "Where the sender lands after pressing Send in eSign's own pages.";
    static final String EXPIRES_ON = "When the session expires, at most 90 days ahead: a day such as 2026-03-31, or a moment "
            + "such as 2026-03-31T12:00:00Z. eSign acts at 00:00 UTC of that day.";
    static final String REMINDER_DAYS = "Signers are reminded every so many days.";
    static final String DOCUMENTS = "The documents, in their order.";
    static final String SIGNERS = "The people who sign, in their order.";

    static final String IDEMPOTENCY_KEY = "Your own key for this request, which becomes the session's transaction id: however "
            + "often the request is sent with it, there is one session.";
    static final String PREFER = "respond-async: don't wait for the start, which goes on in the background; with wait=10 only "
            + "when it takes longer than 10 seconds.";
    static final String RETURN_URL = "Your host URL for the start; missing for the one that the service is configured with.";

    private Descriptions() {
    }
}
