package dev.esign.model;

import java.util.Optional;

/**
 * A user of the account ({@code User}, {@code GroupUserView}): to create one, to change one, or as eSign holds it. Only what
 * was set is sent; what eSign didn't say is empty. Immutable; {@code toString} shows the identity and the status only.
 */
public final class User {

    private final String username;
    private final String systemUserId;
    private final String firstName;
    private final String lastName;
    private final String password;
    private final String company;
    private final String emailSignature;
    private final String region;
    private final String subscriptionType;
    private final String timeZoneId;
    private final String cellNumber;
    private final String phoneNumber;
    private final String dateFormat;
    private final String jobTitle;
    private final UserStatus status;

    private User(Builder builder) {
        this.username = builder.username;
        this.systemUserId = builder.systemUserId;
        this.firstName = builder.firstName;
        this.lastName = builder.lastName;
        this.password = builder.password;
        this.company = builder.company;
        this.emailSignature = builder.emailSignature;
        this.region = builder.region;
        this.subscriptionType = builder.subscriptionType;
        this.timeZoneId = builder.timeZoneId;
        this.cellNumber = builder.cellNumber;
        this.phoneNumber = builder.phoneNumber;
        this.dateFormat = builder.dateFormat;
        this.jobTitle = builder.jobTitle;
        this.status = builder.status;
    }

    /**
     * A user with this name.
     *
     * @param username the e-mail address by which the user signs in, not blank
     * @return a builder
     */
    public static Builder named(String username) {
        if (username == null || username.isBlank()) {
            throw new IllegalArgumentException("user: the name is blank; give the user's e-mail address");
        }
        return new Builder().username(username);
    }

    /**
     * A user with this identity.
     *
     * @param systemUserId the system user id that create returned, not blank
     * @return a builder
     */
    public static Builder withId(String systemUserId) {
        if (systemUserId == null || systemUserId.isBlank()) {
            throw new IllegalArgumentException("user: the id is blank; give the system user id that create returned");
        }
        return new Builder().systemUserId(systemUserId);
    }

    /** @return the name ({@code Username}) */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** @return the identity at eSign ({@code SystemUserId}) */
    public Optional<String> systemUserId() {
        return Optional.ofNullable(systemUserId);
    }

    /** @return the first name ({@code FirstName}) */
    public Optional<String> firstName() {
        return Optional.ofNullable(firstName);
    }

    /** @return the last name ({@code LastName}) */
    public Optional<String> lastName() {
        return Optional.ofNullable(lastName);
    }

    /** @return the password in plain text; never there in a user that eSign answered ({@code Password}) */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /** @return the company ({@code Company}) */
    public Optional<String> company() {
        return Optional.ofNullable(company);
    }

    /** @return the signature below e-mails ({@code EmailSignature}) */
    public Optional<String> emailSignature() {
        return Optional.ofNullable(emailSignature);
    }

    /** @return the account's own category ({@code Region}) */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /** @return the subscription ({@code SubscriptionTypes}) */
    public Optional<String> subscriptionType() {
        return Optional.ofNullable(subscriptionType);
    }

    /** @return the time zone ({@code TimeZoneId}) */
    public Optional<String> timeZoneId() {
        return Optional.ofNullable(timeZoneId);
    }

    /** @return the mobile number ({@code CellNumber}) */
    public Optional<String> cellNumber() {
        return Optional.ofNullable(cellNumber);
    }

    /** @return the phone number ({@code PhoneNumber}) */
    public Optional<String> phoneNumber() {
        return Optional.ofNullable(phoneNumber);
    }

    /** @return the form of dates ({@code DateFormat}) */
    public Optional<String> dateFormat() {
        return Optional.ofNullable(dateFormat);
    }

    /** @return the job title ({@code JobTitle}) */
    public Optional<String> jobTitle() {
        return Optional.ofNullable(jobTitle);
    }

    /** @return whether the user is active ({@code StatusCode}) */
    public Optional<UserStatus> status() {
        return Optional.ofNullable(status);
    }

    @Override
    public String toString() {
        return "User[systemUserId=" + systemUserId + ", status=" + status + "]";
    }

    /** Collects what is known of a user, or shall be changed. Null means not set. Not thread-safe. */
    public static final class Builder {

        private String username;
        private String systemUserId;
        private String firstName;
        private String lastName;
        private String password;
        private String company;
        private String emailSignature;
        private String region;
        private String subscriptionType;
        private String timeZoneId;
        private String cellNumber;
        private String phoneNumber;
        private String dateFormat;
        private String jobTitle;
        private UserStatus status;

        private Builder() {
        }

        /**
         * Sets the name by which the user signs in: a new one when an update names the user otherwise.
         *
         * @param username an e-mail address
         * @return this
         */
        public Builder username(String username) {
            this.username = username;
            return this;
        }

        /**
         * Sets the identity at eSign.
         *
         * @param systemUserId the system user id
         * @return this
         */
        public Builder systemUserId(String systemUserId) {
            this.systemUserId = systemUserId;
            return this;
        }

        /**
         * Sets the first name, required to create a user.
         *
         * @param firstName the first name
         * @return this
         */
        public Builder firstName(String firstName) {
            this.firstName = firstName;
            return this;
        }

        /**
         * Sets the last name, required to create a user.
         *
         * @param lastName the last name
         * @return this
         */
        public Builder lastName(String lastName) {
            this.lastName = lastName;
            return this;
        }

        /**
         * Sets the password, required to create a user. It is encrypted by EncryptString before it is sent.
         *
         * @param password the password in plain text
         * @return this
         */
        public Builder password(String password) {
            if (password != null && password.isBlank()) {
                throw new IllegalArgumentException("user password: is blank; leave it out to keep the present one");
            }
            this.password = password;
            return this;
        }

        /**
         * Sets the company.
         *
         * @param company the company
         * @return this
         */
        public Builder company(String company) {
            this.company = company;
            return this;
        }

        /**
         * Sets the signature below e-mails.
         *
         * @param emailSignature the signature
         * @return this
         */
        public Builder emailSignature(String emailSignature) {
            this.emailSignature = emailSignature;
            return this;
        }

        /**
         * Sets the region, a category of the account.
         *
         * @param region the region; the documented examples leave it empty
         * @return this
         */
        public Builder region(String region) {
            this.region = region;
            return this;
        }

        /**
         * Sets the subscription.
         *
         * @param subscriptionType usually {@code Monthly} or {@code Annual}
         * @return this
         */
        public Builder subscriptionType(String subscriptionType) {
            this.subscriptionType = subscriptionType;
            return this;
        }

        /**
         * Sets the time zone.
         *
         * @param timeZoneId an id of Windows, such as {@code Pacific Standard Time}, or of the IANA
         * @return this
         */
        public Builder timeZoneId(String timeZoneId) {
            this.timeZoneId = timeZoneId;
            return this;
        }

        /**
         * Sets the mobile number.
         *
         * @param cellNumber the number
         * @return this
         */
        public Builder cellNumber(String cellNumber) {
            this.cellNumber = cellNumber;
            return this;
        }

        /**
         * Sets the phone number.
         *
         * @param phoneNumber the number
         * @return this
         */
        public Builder phoneNumber(String phoneNumber) {
            this.phoneNumber = phoneNumber;
            return this;
        }

        /**
         * Sets the form of dates.
         *
         * @param dateFormat for example {@code MM/DD/YYYY}
         * @return this
         */
        public Builder dateFormat(String dateFormat) {
            this.dateFormat = dateFormat;
            return this;
        }

        /**
         * Sets the job title.
         *
         * @param jobTitle the job title
         * @return this
         */
        public Builder jobTitle(String jobTitle) {
            this.jobTitle = jobTitle;
            return this;
        }

        /**
         * Says whether the user is active.
         *
         * @param status active or not
         * @return this
         */
        public Builder status(UserStatus status) {
            this.status = status;
            return this;
        }

        /** @return the user */
        public User build() {
            return new User(this);
        }
    }
}
