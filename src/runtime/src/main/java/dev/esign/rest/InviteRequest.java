package dev.esign.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of SendSignerEmailInvites.
 *
 * @param signerList {@code signerList}
 * @param signingSessionId {@code signingSessionId}
 * @param returnUrl {@code returnURL}
 */
public record InviteRequest(@JsonProperty("signerList") List<InvitedSigner> signerList,
        @JsonProperty("signingSessionId") String signingSessionId,
        @JsonProperty("returnURL") String returnUrl) implements WireBody {

    @Override
    public String toString() {
        return "InviteRequest[signerList=" + signerList.size() + ", signingSessionId=" + signingSessionId + "]";
    }

    /**
     * {@code Signer} with the members of the documented example only: an invitation mustn't change how a signer proves who he
     * or she is. Null members are left out.
     *
     * @param signerId {@code SignerId}
     * @param sequence {@code Sequence}
     * @param firstName {@code FirstName}
     * @param lastName {@code LastName}
     * @param emailAddress {@code EmailAddress}
     * @param stateCode {@code StateCode}
     * @param statusCode {@code StatusCode}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InvitedSigner(@JsonProperty("SignerId") String signerId, @JsonProperty("Sequence") Integer sequence,
            @JsonProperty("FirstName") String firstName, @JsonProperty("LastName") String lastName,
            @JsonProperty("EmailAddress") String emailAddress, @JsonProperty("StateCode") Integer stateCode,
            @JsonProperty("StatusCode") Integer statusCode) {

        @Override
        public String toString() {
            return "InvitedSigner[signerId=" + signerId + "]";
        }
    }
}
