package dev.esign.runtime;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.esign.model.User;
import dev.esign.model.UserStatus;
import dev.esign.rest.JsonMembers;

/** Reads a user out of an answer, in any of the spellings that the documentation uses. Its password is left out. */
final class UserReader {

    private UserReader() {
    }

    /** The user; empty for a node that has neither its name nor its id. */
    static Optional<User> read(JsonNode node) {
        Optional<String> id = text(node, "SystemUserId");
        return text(node, "Username").map(User::named).or(() -> id.map(User::withId)).map(user -> user
                .systemUserId(id.orElse(null)).firstName(text(node, "FirstName").orElse(null))
                .lastName(text(node, "LastName").orElse(null)).company(text(node, "Company").orElse(null))
                .emailSignature(text(node, "EmailSignature").orElse(null)).region(text(node, "Region").orElse(null))
                .subscriptionType(text(node, "SubscriptionTypes", "SubscriptionType").orElse(null))
                .timeZoneId(text(node, "TimeZoneId").orElse(null)).cellNumber(text(node, "CellNumber").orElse(null))
                .phoneNumber(text(node, "PhoneNumber").orElse(null)).dateFormat(text(node, "DateFormat").orElse(null))
                .jobTitle(text(node, "JobTitle").orElse(null)).status(status(node).orElse(null)).build());
    }

    private static Optional<String> text(JsonNode node, String... names) {
        return JsonMembers.text(node, names).filter(text -> !text.isBlank());
    }

    private static Optional<UserStatus> status(JsonNode node) {
        return text(node, "StatusCode", "Status").flatMap(text -> Arrays.stream(UserStatus.values())
                .filter(status -> text.equals(String.valueOf(status.code())) || text.equalsIgnoreCase(status.name()))
                .findFirst());
    }
}
