package dev.esign.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code User} (and {@code GroupUserView}), as it is sent. Null members are left out.
 *
 * @param systemUserId {@code SystemUserId}
 * @param username {@code Username}: an e-mail address
 * @param firstName {@code FirstName}
 * @param lastName {@code LastName}
 * @param password {@code Password}, encrypted
 * @param company {@code Company}
 * @param emailSignature {@code EmailSignature}
 * @param statusCode {@code StatusCode}: 0 inactive, 1 active
 * @param region {@code Region}
 * @param subscriptionTypes {@code SubscriptionTypes}
 * @param timeZoneId {@code TimeZoneId}
 * @param cellNumber {@code CellNumber}
 * @param phoneNumber {@code PhoneNumber}
 * @param dateFormat {@code DateFormat}
 * @param jobTitle {@code JobTitle}
 * @param userGroupId {@code UserGroupId}: the group, for users of a group only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WireUser(@JsonProperty("SystemUserId") String systemUserId, @JsonProperty("Username") String username,
        @JsonProperty("FirstName") String firstName, @JsonProperty("LastName") String lastName,
        @JsonProperty("Password") String password, @JsonProperty("Company") String company,
        @JsonProperty("EmailSignature") String emailSignature, @JsonProperty("StatusCode") Integer statusCode,
        @JsonProperty("Region") String region, @JsonProperty("SubscriptionTypes") String subscriptionTypes,
        @JsonProperty("TimeZoneId") String timeZoneId, @JsonProperty("CellNumber") String cellNumber,
        @JsonProperty("PhoneNumber") String phoneNumber, @JsonProperty("DateFormat") String dateFormat,
        @JsonProperty("JobTitle") String jobTitle, @JsonProperty("UserGroupId") String userGroupId) {

    @Override
    public String toString() {
        return "WireUser[systemUserId=" + systemUserId + "]";
    }
}
