package dev.esign.model;

import java.time.Instant;
import java.util.List;

/**
 * The settings of a session ({@code SessionInfo}). A component that is null (or, for {@code copyTo}, empty) was not set and
 * is not sent. Made by {@link NewSession} and {@link SessionUpdate}, whose builders explain each setting; {@code toString}
 * shows none of them.
 *
 * @param title {@code Title}
 * @param transactionId {@code TransactionId}
 * @param description {@code Description}
 * @param signingOrder {@code UseSequence}
 * @param delegationAllowed {@code AllowDelegation}
 * @param copyTo {@code CopyTo}
 * @param copyDelivery {@code EmailOptions}
 * @param password {@code Password}
 * @param ownerSignsFirst {@code FirstSigner}
 * @param invitationsSent {@code SendSignerInvites}
 * @param redirectAfterSend {@code SendSessionRedirectUrl}
 * @param expiresOn {@code ExpiresOn}
 * @param reminderDays {@code ReminderFrequencyDays}
 * @param unassignedRolesRemoved {@code RemoveUnassignedSignerRoles}
 */
public record SessionSettings(String title, String transactionId, String description, SigningOrder signingOrder,
        Boolean delegationAllowed, List<String> copyTo, CopyDelivery copyDelivery, String password, Boolean ownerSignsFirst,
        Boolean invitationsSent, String redirectAfterSend, Instant expiresOn, Integer reminderDays,
        Boolean unassignedRolesRemoved) {

    @Override
    public String toString() {
        return "SessionSettings[***]";
    }
}
