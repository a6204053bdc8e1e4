package dev.esign.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import dev.esign.model.SignerAuthentication.KbaPlusPassword;
import dev.esign.model.SignerAuthentication.Password;

/**
 * A person who signs ({@code Signer}). Immutable; {@code toString} shows the role and nothing personal.
 */
public final class Signer {

    /** Counted as .NET counts, in UTF-16 units. */
    private static final int LONGEST_NAME = 100;

    private final SignerRole role;
    private final String firstName;
    private final String lastName;
    private final String email;
    private final SignerAuthentication authentication;
    private final Integer sequence;
    private final boolean mandatoryUpload;
    private final Map<String, String> mergeFields;
    private final Map<String, String> properties;
    private final String emailSubject;
    private final String emailMessage;
    private final String id;
    private final Integer stateCode;
    private final Integer statusCode;

    private Signer(Builder builder) {
        this.role = builder.role;
        this.firstName = builder.firstName;
        this.lastName = builder.lastName;
        this.email = builder.email;
        this.authentication = builder.authentication;
        this.sequence = builder.sequence;
        this.mandatoryUpload = builder.mandatoryUpload;
        this.mergeFields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.mergeFields));
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(builder.properties));
        this.emailSubject = builder.emailSubject;
        this.emailMessage = builder.emailMessage;
        this.id = builder.id;
        this.stateCode = builder.stateCode;
        this.statusCode = builder.statusCode;
    }

    /**
     * A signer in this role.
     *
     * @param role the role that anchor tags and templates name
     * @return a builder
     */
    public static Builder as(SignerRole role) {
        return new Builder(Objects.requireNonNull(role, "role"));
    }

    /**
     * A signer in the role of this name, which may come from outside: a blank one is among the problems of the signer.
     *
     * @param role the name of the role that anchor tags and templates name
     * @return a builder
     */
    public static Builder as(String role) {
        return new Builder(role == null || role.isBlank() ? null : SignerRole.of(role));
    }

    /** @return the role ({@code SignerRole}) */
    public SignerRole role() {
        return role;
    }

    /** @return the first name ({@code FirstName}) */
    public Optional<String> firstName() {
        return Optional.ofNullable(firstName);
    }

    /** @return the last name ({@code LastName}) */
    public String lastName() {
        return lastName;
    }

    /** @return the e-mail address ({@code EmailAddress}) */
    public String email() {
        return email;
    }

    /** @return how the signer proves who he or she is ({@code AuthMethod}, {@code AuthenticationSettings}) */
    public SignerAuthentication authentication() {
        return authentication;
    }

    /** @return the place in the signing order ({@code Sequence}) */
    public OptionalInt sequence() {
        return sequence == null ? OptionalInt.empty() : OptionalInt.of(sequence);
    }

    /** @return whether the signer has to upload a document before completing ({@code MandateDocUpload}) */
    public boolean mandatoryUpload() {
        return mandatoryUpload;
    }

    /** @return values for the template's merge fields by key ({@code MergeFieldMapping}) */
    public Map<String, String> mergeFields() {
        return mergeFields;
    }

    /** @return further properties by key ({@code Properties}) */
    public Map<String, String> properties() {
        return properties;
    }

    /** @return the subject of this signer's invitation ({@code SignerEmailSubject}) */
    public Optional<String> emailSubject() {
        return Optional.ofNullable(emailSubject);
    }

    /** @return the text of this signer's invitation ({@code SignerEmailMessage}) */
    public Optional<String> emailMessage() {
        return Optional.ofNullable(emailMessage);
    }

    /** @return the signer's identity in a session that has it already ({@code SignerId}) */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** @return the state code to send ({@code StateCode}) */
    public OptionalInt stateCode() {
        return stateCode == null ? OptionalInt.empty() : OptionalInt.of(stateCode);
    }

    /** @return the status code to send ({@code StatusCode}) */
    public OptionalInt statusCode() {
        return statusCode == null ? OptionalInt.empty() : OptionalInt.of(statusCode);
    }

    /**
     * Tells what looks like a slip: a role that is nearly {@code Seller 1}, {@code Buyer 1} and the like. Roles are open, so
     * the signer is sent as it is.
     *
     * @return what looks wrong, with paths such as {@code role}; mostly empty
     */
    public List<Problem> warnings() {
        return RoleSpelling.warning(role).map(List::of).orElse(List.of());
    }

    void check(Findings findings) {
        findings.addIf(role == null, "role", "is blank; give a role such as 'Seller 1' or 'Buyer 1'");
        if (firstName != null) {
            checkLength(firstName, "firstName", findings);
        }
        if (lastName == null || lastName.isBlank()) {
            findings.add("lastName", "is missing; eSign wants one for each signer");
        } else {
            checkLength(lastName, "lastName", findings);
        }
        findings.addIf(!EmailAddress.isWellFormed(email), "email",
                "is missing or not well-formed; give one like name@example.com");
        if (authentication instanceof Password method) {
            checkPassword(method.password(), findings);
        } else if (authentication instanceof KbaPlusPassword method) {
            checkPassword(method.password(), findings);
        }
        findings.addIf(mergeFields.keySet().stream().anyMatch(String::isBlank), "mergeFields",
                "have a blank key; give the key that the template defines");
        findings.addIf(properties.keySet().stream().anyMatch(String::isBlank), "properties",
                "have a blank key; give one such as DisableEditName");
    }

    private static void checkLength(String name, String path, Findings findings) {
        findings.addIf(name.length() > LONGEST_NAME, path,
                "has " + name.length() + " characters; eSign takes at most " + LONGEST_NAME);
    }

    private static void checkPassword(String password, Findings findings) {
        findings.addIf(password == null || password.isBlank(), "authentication.password",
                "is blank; give the password that the signer will type");
    }

    @Override
    public String toString() {
        return "Signer[role=" + role + ", authentication=" + authentication.getClass().getSimpleName() + "]";
    }

    /** Collects what a signer needs. Not thread-safe. */
    public static final class Builder {

        private final SignerRole role;
        private String firstName;
        private String lastName;
        private String email;
        private SignerAuthentication authentication = SignerAuthentication.none();
        private Integer sequence;
        private boolean mandatoryUpload;
        private final Map<String, String> mergeFields = new LinkedHashMap<>();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private String emailSubject;
        private String emailMessage;
        private String id;
        private Integer stateCode;
        private Integer statusCode;

        private Builder(SignerRole role) {
            this.role = role;
        }

        /**
         * Sets the name.
         *
         * @param firstName the first name, up to 100 characters; null or blank when there is none
         * @param lastName the last name, required, up to 100 characters
         * @return this
         */
        public Builder name(String firstName, String lastName) {
            this.firstName = firstName == null || firstName.isBlank() ? null : firstName;
            this.lastName = lastName;
            return this;
        }

        /**
         * Sets the e-mail address, required.
         *
         * @param email the address
         * @return this
         */
        public Builder email(String email) {
            this.email = email;
            return this;
        }

        /**
         * Sets how the signer proves who he or she is.
         *
         * @param authentication {@link SignerAuthentication#none()} by default
         * @return this
         */
        public Builder authentication(SignerAuthentication authentication) {
            this.authentication = Objects.requireNonNull(authentication, "authentication");
            return this;
        }

        /**
         * Sets the place in the signing order; signers may share one.
         *
         * @param sequence the place
         * @return this
         */
        public Builder sequence(int sequence) {
            this.sequence = sequence;
            return this;
        }

        /**
         * Has the signer upload a document before completing.
         *
         * @return this
         */
        public Builder mandatoryUpload() {
            this.mandatoryUpload = true;
            return this;
        }

        /**
         * Gives a value for a merge field that the template defines.
         *
         * @param key the field's key in the template, not blank, spaces allowed
         * @param value the value
         * @return this
         */
        public Builder mergeField(String key, String value) {
            mergeFields.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Sets a property.
         *
         * @param key the property's key, not blank, for example {@code DisableEditName}
         * @param value its value
         * @return this
         */
        public Builder property(String key, String value) {
            properties.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Keeps the signer from editing the name ({@code DisableEditName}).
         *
         * @return this
         */
        public Builder nameLocked() {
            return property("DisableEditName", "1");
        }

        /**
         * Sets subject and text of this signer's invitation.
         *
         * @param subject the subject; null for eSign's own
         * @param message the text; null for eSign's own
         * @return this
         */
        public Builder invitation(String subject, String message) {
            this.emailSubject = subject;
            this.emailMessage = message;
            return this;
        }

        /**
         * Names a signer that the session has already, to update or invite it.
         *
         * @param id the signer's identity, as reading the session tells it; not blank
         * @return this
         */
        public Builder id(String id) {
            if (id == null || id.isBlank()) {
                throw new IllegalArgumentException("signer '" + role + "': the id is blank; leave it out for a new signer");
            }
            this.id = id;
            return this;
        }

        /**
         * Sets the codes that the documented invitation has, 0 and 1 there, without an explanation. They aren't sent
         * otherwise.
         *
         * @param stateCode {@code StateCode}
         * @param statusCode {@code StatusCode}, probably a signer status: 1 is PendingInvite
         * @return this
         */
        public Builder codes(int stateCode, int statusCode) {
            this.stateCode = stateCode;
            this.statusCode = statusCode;
            return this;
        }

        /**
         * Makes the signer.
         *
         * @return the signer
         * @throws InvalidSessionException with all problems, whose paths begin here: {@code email}
         */
        public Signer build() {
            Signer signer = unchecked();
            Findings findings = new Findings();
            signer.check(findings);
            findings.throwIfAny();
            return signer;
        }

        /** The signer as it is, right or wrong: for a session, which checks all its parts at once. */
        Signer unchecked() {
            return new Signer(this);
        }
    }
}
