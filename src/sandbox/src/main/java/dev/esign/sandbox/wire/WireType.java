package dev.esign.sandbox.wire;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.esign.sandbox.http.MalformedRequestException;

/**
 * The members that the sandbox keeps of a documented type and answers with. Passwords are no members: nothing but a hash of
 * them is kept, elsewhere.
 */
public enum WireType {

    SESSION_INFO(Map.ofEntries(
            Map.entry("AllowDelegation", MemberKind.BOOLEAN),
            Map.entry("ApplicationKey", MemberKind.TEXT),
            Map.entry("ClientID", MemberKind.TEXT),
            Map.entry("CopyTo", MemberKind.TEXT),
            Map.entry("Description", MemberKind.TEXT),
            Map.entry("EmailOptions", MemberKind.NUMBER),
            Map.entry("ExpiresOn", MemberKind.DATE),
            Map.entry("FirstSigner", MemberKind.BOOLEAN),
            Map.entry("OwnerEmail", MemberKind.TEXT),
            Map.entry("OwnerID", MemberKind.TEXT),
            Map.entry("OwnerName", MemberKind.TEXT),
            Map.entry("OwnerSignature", MemberKind.TEXT),
            Map.entry("ReminderFrequencyDays", MemberKind.NUMBER),
            Map.entry("RemoveUnassignedSignerRoles", MemberKind.BOOLEAN),
            Map.entry("ReturnURL", MemberKind.TEXT),
            Map.entry("SendSessionRedirectUrl", MemberKind.TEXT),
            Map.entry("SendSignerInvites", MemberKind.BOOLEAN),
            Map.entry("Title", MemberKind.TEXT),
            Map.entry("TransactionId", MemberKind.TEXT),
            Map.entry("TransactionTitle", MemberKind.TEXT),
            Map.entry("UseSequence", MemberKind.NUMBER))),

    DOCUMENT(Map.of(
            "AnchorTagsAdjustmentCategory", MemberKind.TEXT,
            "FileName", MemberKind.TEXT,
            "FormId", MemberKind.TEXT,
            "FormTag", MemberKind.TEXT,
            "HasAnchorTags", MemberKind.BOOLEAN,
            "Sequence", MemberKind.NUMBER)),

    SIGNER(Map.ofEntries(
            Map.entry("AuthMethod", MemberKind.METHOD),
            Map.entry("AuthMethods", MemberKind.METHODS),
            Map.entry("AutoApplySignature", MemberKind.BOOLEAN),
            Map.entry("EmailAddress", MemberKind.TEXT),
            Map.entry("FirstName", MemberKind.TEXT),
            Map.entry("FullName", MemberKind.TEXT),
            Map.entry("LastName", MemberKind.TEXT),
            Map.entry("MandateDocUpload", MemberKind.BOOLEAN),
            Map.entry("MergeFieldMapping", MemberKind.DICTIONARY),
            Map.entry("Properties", MemberKind.PAIRS),
            Map.entry("Sequence", MemberKind.NUMBER),
            Map.entry("SignerEmailMessage", MemberKind.TEXT),
            Map.entry("SignerEmailSubject", MemberKind.TEXT),
            Map.entry("SignerRole", MemberKind.TEXT))),

    USER(Map.ofEntries(
            Map.entry("CellNumber", MemberKind.TEXT),
            Map.entry("Company", MemberKind.TEXT),
            Map.entry("DateFormat", MemberKind.TEXT),
            Map.entry("EmailSignature", MemberKind.TEXT),
            Map.entry("FirstName", MemberKind.TEXT),
            Map.entry("JobTitle", MemberKind.TEXT),
            Map.entry("LastName", MemberKind.TEXT),
            Map.entry("PhoneNumber", MemberKind.TEXT),
            Map.entry("Region", MemberKind.TEXT),
            Map.entry("SubscriptionType", MemberKind.TEXT),
            Map.entry("TimeZoneId", MemberKind.TEXT),
            Map.entry("UserGroupId", MemberKind.TEXT),
            Map.entry("Username", MemberKind.TEXT))),

    GROUP(Map.ofEntries(
            Map.entry("CustomerAddress1", MemberKind.TEXT),
            Map.entry("CustomerAddress2", MemberKind.TEXT),
            Map.entry("CustomerCity", MemberKind.TEXT),
            Map.entry("CustomerCountry", MemberKind.TEXT),
            Map.entry("CustomerEmail", MemberKind.TEXT),
            Map.entry("CustomerName", MemberKind.TEXT),
            Map.entry("CustomerPhone", MemberKind.TEXT),
            Map.entry("CustomerState", MemberKind.TEXT),
            Map.entry("CustomerZipCode", MemberKind.TEXT),
            Map.entry("EmailThemeColorHex", MemberKind.TEXT),
            Map.entry("IsActive", MemberKind.TEXT),
            Map.entry("LeftMenuColorHex", MemberKind.TEXT),
            Map.entry("Name", MemberKind.TEXT),
            Map.entry("WebhookUrl", MemberKind.TEXT)));

    private final Map<String, MemberKind> members;

    WireType(Map<String, MemberKind> members) {
        // By name, as DataContractJsonSerializer orders them.
        this.members = new TreeMap<>(members);
    }

    /** The members by their documented names. */
    Map<String, MemberKind> kinds() {
        return Collections.unmodifiableMap(members);
    }

    /**
     * Keeps the known members that have a value, under their documented names and in the service's own forms.
     *
     * @throws MalformedRequestException if a value is of another kind than documented
     */
    public ObjectNode read(JsonNode given) throws MalformedRequestException {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, MemberKind> member : members.entrySet()) {
            JsonNode value = Members.find(given, member.getKey());
            if (member.getValue().isUnset(value)) {
                continue;
            }
            JsonNode read = member.getValue().read(value);
            if (read == null) {
                throw new MalformedRequestException(member.getKey() + " is not " + member.getValue() + ".");
            }
            kept.set(member.getKey(), read);
        }
        return kept;
    }

    /** Writes all members, as .NET does: those without a value are null, 0 or false. */
    public ObjectNode write(JsonNode kept) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        members.forEach((name, kind) -> answer.set(name, kept.has(name) ? kept.get(name) : kind.unset()));
        return answer;
    }
}
