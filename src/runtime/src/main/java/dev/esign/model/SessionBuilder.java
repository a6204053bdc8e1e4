package dev.esign.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What {@link NewSession} and {@link SessionUpdate} let a caller set. Whatever isn't set isn't sent. Values are kept as they
 * are given; {@code build} then tells all that is wrong with them at once. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class SessionBuilder<B extends SessionBuilder<B>> permits NewSession.Builder, SessionUpdate.Builder {

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
        this.transactionId = Objects.requireNonNull(transactionId, "transactionId");
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
     */
    public B copyTo(CopyDelivery delivery, String... emails) {
        this.copyDelivery = Objects.requireNonNull(delivery, "delivery");
        copyTo.addAll(Arrays.asList(emails));
        return self();
    }

    /**
     * Protects the session by a password ({@code Password}).
     *
     * @param password the password, not blank; null for none
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
     * @param day from tomorrow to 90 days ahead
     * @return this
     */
    public B expiresOn(LocalDate day) {
        return expiresOn(Objects.requireNonNull(day, "day").atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * Sets the moment after which the session expires ({@code ExpiresOn}); eSign acts at 00:00 UTC of that day.
     *
     * @param moment in the future, at most 90 days ahead; the ninetieth day counts as a whole
     * @return this
     */
    public B expiresOn(Instant moment) {
        this.expiresOn = Objects.requireNonNull(moment, "moment");
        return self();
    }

    /**
     * Reminds signers every so many days ({@code ReminderFrequencyDays}).
     *
     * @param days 1 to 30
     * @return this
     */
    public B remindEveryDays(int days) {
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
        for (Document document : documents) {
            this.documents.add(Objects.requireNonNull(document, "document"));
        }
        return self();
    }

    /**
     * Adds documents, in this order, as they are described now. What is wrong with them is told by {@code build}, with
     * everything else.
     *
     * @param documents the documents, not built yet
     * @return this
     */
    public B documents(Document.Builder... documents) {
        for (Document.Builder document : documents) {
            this.documents.add(document.unchecked());
        }
        return self();
    }

    /**
     * Adds signers, in this order.
     *
     * @param signers the signers
     * @return this
     */
    public B signers(Signer... signers) {
        for (Signer signer : signers) {
            this.signers.add(Objects.requireNonNull(signer, "signer"));
        }
        return self();
    }

    /**
     * Adds signers, in this order, as they are described now. What is wrong with them is told by {@code build}, with
     * everything else.
     *
     * @param signers the signers, not built yet
     * @return this
     */
    public B signers(Signer.Builder... signers) {
        for (Signer.Builder signer : signers) {
            this.signers.add(signer.unchecked());
        }
        return self();
    }

    SessionSettings settings() {
        // Nulls are kept, too: they are told like any other text that is no address.
        List<String> emails = Collections.unmodifiableList(new ArrayList<>(copyTo));
        return new SessionSettings(title, transactionId, description, signingOrder, delegationAllowed, emails,
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
