package dev.esign.sandbox.api;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.session.PasswordHash;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.user.UserChange;
import dev.esign.sandbox.user.Users;
import dev.esign.sandbox.wire.Members;
import dev.esign.sandbox.wire.WireType;

/** Reads a User or a GroupUserView. */
final class UserBodyReader {

    private final SaltCipher cipher = new SaltCipher();

    /**
     * Reads a user of a request.
     *
     * @param salt what the password is encrypted with
     * @throws RefusedException if the password wasn't encrypted with that salt
     * @throws MalformedRequestException if a member is of another kind than documented
     */
    UserChange read(JsonNode user, String salt) throws MalformedRequestException, RefusedException {
        ObjectNode members = WireType.USER.read(user);
        String subscription = Members.text(user, "SubscriptionTypes");
        if (!members.has("SubscriptionType") && !subscription.isEmpty()) {
            members.put("SubscriptionType", subscription);
        }
        return new UserChange(Members.text(user, "SystemUserId"), members, active(Members.text(user, "StatusCode")),
                password(user, salt));
    }

    /**
     * Reads a UserStatusCodes, which is a number in some places and a text in others.
     *
     * @throws MalformedRequestException if it is none
     */
    static Optional<Boolean> active(String status) throws MalformedRequestException {
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "1", "active" -> Optional.of(true);
            case "0", "inactive" -> Optional.of(false);
            default -> throw new MalformedRequestException("The user's status is neither 0 nor 1.");
        };
    }

    private Optional<PasswordHash> password(JsonNode user, String salt) throws MalformedRequestException, RefusedException {
        String encrypted = Members.text(user, "Password");
        if (encrypted.isEmpty()) {
            encrypted = Members.text(user, "EncryptedPassword");
        }
        if (encrypted.isEmpty()) {
            return Optional.empty();
        }
        String password = cipher.decrypt(encrypted, salt)
                .orElseThrow(() -> new RefusedException(Users.BAD_CREDENTIALS));
        return Optional.of(PasswordHash.of(password));
    }
}
