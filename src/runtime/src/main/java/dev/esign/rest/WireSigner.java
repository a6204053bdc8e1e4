package dev.esign.rest;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * {@code Signer}, as it is sent. Null members are left out; {@code authMethods} and {@code properties} are always sent,
 * because eSign requires them to be there.
 *
 * @param emailAddress {@code EmailAddress}
 * @param firstName {@code FirstName}
 * @param lastName {@code LastName}
 * @param signerRole {@code SignerRole}
 * @param sequence {@code Sequence}
 * @param authMethod {@code AuthMethod}, by its documented name
 * @param authMethods {@code AuthMethods}
 * @param authenticationSettings {@code AuthenticationSettings}
 * @param mandateDocUpload {@code MandateDocUpload}
 * @param properties {@code Properties}
 * @param mergeFieldMapping {@code MergeFieldMapping}
 * @param signerEmailSubject {@code SignerEmailSubject}
 * @param signerEmailMessage {@code SignerEmailMessage}
 * @param signerId {@code SignerId}: the signer to change; null for a new one
 * @param stateCode {@code StateCode}
 * @param statusCode {@code StatusCode}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WireSigner(@JsonProperty("EmailAddress") String emailAddress, @JsonProperty("FirstName") String firstName,
        @JsonProperty("LastName") String lastName, @JsonProperty("SignerRole") String signerRole,
        @JsonProperty("Sequence") Integer sequence,
        @JsonProperty("AuthMethod") @JsonSerialize(using = AuthMethodSerializer.class) String authMethod,
        @JsonProperty("AuthMethods") List<String> authMethods,
        @JsonProperty("AuthenticationSettings") Map<String, String> authenticationSettings,
        @JsonProperty("MandateDocUpload") Boolean mandateDocUpload,
        @JsonProperty("Properties") @JsonSerialize(using = DictionarySerializer.Properties.class) Map<String, String> properties,
        @JsonProperty("MergeFieldMapping") @JsonSerialize(using = DictionarySerializer.MergeFields.class) Map<String, String> mergeFieldMapping,
        @JsonProperty("SignerEmailSubject") String signerEmailSubject,
        @JsonProperty("SignerEmailMessage") String signerEmailMessage, @JsonProperty("SignerId") String signerId,
        @JsonProperty("StateCode") Integer stateCode, @JsonProperty("StatusCode") Integer statusCode) {

    @Override
    public String toString() {
        return "WireSigner[signerRole=" + signerRole + "]";
    }
}
