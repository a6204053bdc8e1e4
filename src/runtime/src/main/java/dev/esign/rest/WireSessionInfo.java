package dev.esign.rest;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * {@code SessionInfo}, as it is sent. Null members are left out.
 *
 * @param transactionId {@code TransactionId}
 * @param title {@code Title}
 * @param description {@code Description}
 * @param useSequence {@code UseSequence}: 0 any order, 1 sequential, 2 suspended
 * @param allowDelegation {@code AllowDelegation}
 * @param copyTo {@code CopyTo}: addresses, separated by commas
 * @param emailOptions {@code EmailOptions}: 0 links, 3 attachments
 * @param password {@code Password}
 * @param firstSigner {@code FirstSigner}
 * @param sendSignerInvites {@code SendSignerInvites}
 * @param sendSessionRedirectUrl {@code SendSessionRedirectUrl}
 * @param expiresOn {@code ExpiresOn}
 * @param reminderFrequencyDays {@code ReminderFrequencyDays}
 * @param removeUnassignedSignerRoles {@code RemoveUnassignedSignerRoles}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WireSessionInfo(@JsonProperty("TransactionId") String transactionId, @JsonProperty("Title") String title,
        @JsonProperty("Description") String description, @JsonProperty("UseSequence") Integer useSequence,
        @JsonProperty("AllowDelegation") Boolean allowDelegation, @JsonProperty("CopyTo") String copyTo,
        @JsonProperty("EmailOptions") Integer emailOptions, @JsonProperty("Password") String password,
        @JsonProperty("FirstSigner") Boolean firstSigner, @JsonProperty("SendSignerInvites") Boolean sendSignerInvites,
        @JsonProperty("SendSessionRedirectUrl") String sendSessionRedirectUrl,
        @JsonProperty("ExpiresOn") @JsonSerialize(using = MomentSerializer.class) Instant expiresOn,
        @JsonProperty("ReminderFrequencyDays") Integer reminderFrequencyDays,
        @JsonProperty("RemoveUnassignedSignerRoles") Boolean removeUnassignedSignerRoles) {

    @Override
    public String toString() {
        return "WireSessionInfo[***]";
    }
}
