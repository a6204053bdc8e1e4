package dev.esign.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What {@link NewSession} and {@link SessionUpdate} let a caller set. Whatever isn't set isn't sent. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class SessionBuilder<B extends SessionBuilder<B>> permits NewSession.Builder, SessionUpdate.Builder {

    private static final int LONGEST_REMINDER_DAYS = 30;

    String title;
    String transactionId;
    private String description;
    private SigningOrder signingOrder;
    private Boolean delegationAllowed;
    private final List<String> copyTo = new ArrayList<>();
    private CopyDelivery copyDelivery;
    private String password;
    private Boolean ownerSignsFirst;
    private Boolean invitationsSent;
    private String redirectAfterSend;
    private Instant expiresOn;
    private Integer reminderDays;
    private Boolean unassignedRolesRemoved;
    private final List<Document> documents = new ArrayList<>();
    private final List<Signer> signers = new ArrayList<>();

    abstract B self();

    /**
     * Sets the identity of the caller's own transaction ({@code TransactionId}), by which the session can be found again.
     *
     * @param transactionId the caller's text, not blank
     * @return this
     */
    public B transactionId(String transactionId) {
        if (transactionId == null || transactionId.isBlank()) {
            throw new IllegalArgumentException("transaction id: is blank; give your own identity of the transaction");
        }
        this.transactionId = transactionId;
        return self();
    }

    /**
     * Sets the message of the invitation e-mail ({@code Description}).
     *
     * @param description the text; line breaks are kept
     * @return this
     */
    public B description(String description) {
        this.description = description;
        return self();
    }

    /**
     * Sets the order in which signers are invited ({@code UseSequence}).
     *
     * @param order the order
     * @return this
     */
    public B signingOrder(SigningOrder order) {
        this.signingOrder = order;
        return self();
    }

    /**
     * Says whether a signer may delegate ({@code AllowDelegation}).
     *
     * @param allowed whether
     * @return this
     */
    public B delegationAllowed(boolean allowed) {
        this.delegationAllowed = allowed;
        return self();
    }

    /**
     * Adds people who get a copy of the documents ({@code CopyTo}).
     *
     * @param delivery as links or as attachments ({@code EmailOptions})
     * @param emails e-mail addresses
     * @return this
     * @throws IllegalArgumentException when an address isn't well-formed
     */
    public B copyTo(CopyDelivery delivery, String... emails) {
        for (int i = 0; i < emails.length; i++) {
            if (!EmailAddress.isWellFormed(emails[i])) {
                throw new IllegalArgumentException(
                        "copyTo[" + i + "]: is not an e-mail address; give one like name@example.com");
            }
        }
        this.copyDelivery = Objects.requireNonNull(delivery, "copy delivery");
        copyTo.addAll(Arrays.asList(emails));
        return self();
    }

    /**
     * Protects the session by a password ({@code Password}).
     *
     * @param password the password
     * @return this
     */
    public B password(String password) {
        this.password = password;
        return self();
    }

    /**
     * Says whether the session's owner signs first ({@code FirstSigner}).
     *
     * @param first whether
     * @return this
     */
    public B ownerSignsFirst(boolean first) {
        this.ownerSignsFirst = first;
        return self();
    }

    /**
     * Says whether eSign mails the invitations when the session is started ({@code SendSignerInvites}, by default it does).
     *
     * @param sent false when the application hands out the invitations itself
     * @return this
     */
    public B invitationsSent(boolean sent) {
        this.invitationsSent = sent;
        return self();
    }

    /**
     * Says where the sender lands after pressing Send in the eSign pages ({@code SendSessionRedirectUrl}).
     *
     * @param url the address; the documented example has no scheme
     * @return this
     */
    public B redirectAfterSend(String url) {
        this.redirectAfterSend = url;
        return self();
    }

    /**
     * Sets the day on which the session expires, at 00:00 UTC ({@code ExpiresOn}).
     *
     * @param day at most 90 days ahead
     * @return this
     */
    public B expiresOn(LocalDate day) {
        return expiresOn(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * Sets the moment after which the session expires ({@code ExpiresOn}); eSign acts at 00:00 UTC of that day.
     *
     * @param moment at most 90 days ahead
     * @return this
     */
    public B expiresOn(Instant moment) {
        this.expiresOn = Objects.requireNonNull(moment, "expiresOn");
        return self();
    }

    /**
     * Reminds signers every so many days ({@code ReminderFrequencyDays}).
     *
     * @param days 1 to 30
     * @return this
     * @throws IllegalArgumentException when {@code days} is outside 1 to 30
     */
    public B remindEveryDays(int days) {
        if (days < 1 || days > LONGEST_REMINDER_DAYS) {
            throw new IllegalArgumentException("reminder: " + days + " days; eSign takes 1 to " + LONGEST_REMINDER_DAYS);
        }
        this.reminderDays = days;
        return self();
    }

    /**
     * Says whether roles that no signer holds are removed ({@code RemoveUnassignedSignerRoles}).
     *
     * @param removed whether
     * @return this
     */
    public B unassignedRolesRemoved(boolean removed) {
        this.unassignedRolesRemoved = removed;
        return self();
    }

    /**
     * Adds documents, in this order.
     *
     * @param documents the documents
     * @return this
     */
    public B documents(Document... documents) {
        this.documents.addAll(Arrays.asList(documents));
        return self();
    }

    /**
     * Adds signers, in this order.
     *
     * @param signers the signers
     * @return this
     */
    public B signers(Signer... signers) {
        this.signers.addAll(Arrays.asList(signers));
        return self();
    }

    SessionSettings settings() {
        return new SessionSettings(title, transactionId, description, signingOrder, delegationAllowed, List.copyOf(copyTo),
                copyDelivery, password, ownerSignsFirst, invitationsSent, redirectAfterSend, expiresOn, reminderDays,
                unassignedRolesRemoved);
    }

    List<Document> documents() {
        return List.copyOf(documents);
    }

    List<Signer> signers() {
        return List.copyOf(signers);
    }
}
