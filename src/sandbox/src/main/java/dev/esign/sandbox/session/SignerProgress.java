package dev.esign.sandbox.session;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a signer got, and what only the service knows of the signer. Immutable.
 *
 * @param inviteToken opens the signer's page; whoever has it may sign
 * @param password the signer's own password, if one was given
 * @param phone where a code by SMS goes, if a number was given
 * @param failures how many authentications failed since the signer was invited last
 * @param invitedOn when an invitation went out last
 * @param endedOn when the signer signed, declined or delegated
 * @param values what the signer filled in, by field id
 * @param declinedReason why the signer declined
 * @param delegatedTo the id of the signer who took over
 */
public record SignerProgress(String inviteToken, Optional<PasswordHash> password, Optional<String> phone, int failures,
        Optional<Instant> invitedOn, Optional<Instant> endedOn, Map<String, String> values, List<Upload> uploads,
        Optional<String> declinedReason, Optional<String> delegatedTo) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public SignerProgress {
        values = Map.copyOf(values);
        uploads = List.copyOf(uploads);
    }

    static SignerProgress begin() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return new SignerProgress(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), Optional.empty(),
                Optional.empty(), 0, Optional.empty(), Optional.empty(), Map.of(), List.of(), Optional.empty(),
                Optional.empty());
    }

    /** With what the client gave anew; what it left out stays. */
    SignerProgress with(Optional<PasswordHash> newPassword, Optional<String> newPhone) {
        return new SignerProgress(inviteToken, newPassword.or(() -> password), newPhone.or(() -> phone), failures, invitedOn,
                endedOn, values, uploads, declinedReason, delegatedTo);
    }

    SignerProgress invited(Instant at) {
        return new SignerProgress(inviteToken, password, phone, 0, Optional.of(at), Optional.empty(), values, uploads,
                Optional.empty(), Optional.empty());
    }

    /** With a fresh number of tries, as restarting the session gives. */
    SignerProgress forgiven() {
        return new SignerProgress(inviteToken, password, phone, 0, invitedOn, endedOn, values, uploads, declinedReason,
                delegatedTo);
    }

    SignerProgress failedOnce() {
        return new SignerProgress(inviteToken, password, phone, failures + 1, invitedOn, endedOn, values, uploads,
                declinedReason, delegatedTo);
    }

    SignerProgress signed(Map<String, String> newValues, Instant at) {
        return new SignerProgress(inviteToken, password, phone, failures, invitedOn, Optional.of(at), newValues, uploads,
                declinedReason, delegatedTo);
    }

    SignerProgress declined(String reason, Instant at) {
        return new SignerProgress(inviteToken, password, phone, failures, invitedOn, Optional.of(at), values, uploads,
                Optional.of(reason), delegatedTo);
    }

    SignerProgress delegated(String signerId, Instant at) {
        return new SignerProgress(inviteToken, password, phone, failures, invitedOn, Optional.of(at), values, uploads,
                declinedReason, Optional.of(signerId));
    }

    SignerProgress plus(Upload upload) {
        List<Upload> more = new ArrayList<>(uploads);
        more.add(upload);
        return withUploads(more);
    }

    SignerProgress withUploads(List<Upload> newUploads) {
        return new SignerProgress(inviteToken, password, phone, failures, invitedOn, endedOn, values, newUploads,
                declinedReason, delegatedTo);
    }

    /** Tokens, phone numbers and what people wrote stay out of logs. */
    @Override
    public String toString() {
        return "SignerProgress[failures=" + failures + ", uploads=" + uploads.size() + "]";
    }
}
