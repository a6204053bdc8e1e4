package dev.esign.model;

import java.util.Objects;
import java.util.Optional;

/**
 * How a signer proves who he or she is before signing ({@code AuthenticationMethod} with {@code AuthenticationSettings}).
 * Immutable; no implementation shows its password or phone number in {@code toString}.
 */
public sealed interface SignerAuthentication {

    /**
     * The invitation's link is enough ({@code None}).
     *
     * @return the method
     */
    static SignerAuthentication none() {
        return new None();
    }

    /**
     * The signer types a password that the sender agreed with him or her ({@code Password}).
     *
     * @param password the password, not blank
     * @return the method
     */
    static SignerAuthentication password(String password) {
        return new Password(password);
    }

    /**
     * The signer types a code that arrives on a phone which eSign knows already ({@code SMS}).
     *
     * @return the method
     */
    static SignerAuthentication sms() {
        return new Sms(Optional.empty());
    }

    /**
     * The signer types a code that arrives on this phone ({@code SMS}). The name of the JSON member for the number is not
     * published: it has to be configured ({@code quarkus.esign.wire.sms-phone-member}).
     *
     * @param phoneNumber the number, in the form that eSign wants
     * @return the method
     */
    static SignerAuthentication sms(String phoneNumber) {
        return new Sms(Optional.of(phoneNumber));
    }

    /**
     * The signer answers questions about his or her past ({@code KBA}). eSign bills each use.
     *
     * @return the method
     */
    static SignerAuthentication kba() {
        return new Kba();
    }

    /**
     * Questions and a password ({@code KBAPlusPassword}). eSign bills each use.
     *
     * @param password the password, not blank
     * @return the method
     */
    static SignerAuthentication kbaPlusPassword(String password) {
        return new KbaPlusPassword(password);
    }

    /** The link is enough. */
    record None() implements SignerAuthentication {
    }

    /**
     * A password.
     *
     * @param password not blank, or else the signer isn't built
     */
    record Password(String password) implements SignerAuthentication {
        @Override
        public String toString() {
            return "Password[***]";
        }
    }

    /**
     * A code by text message.
     *
     * @param phoneNumber the phone, or empty for the one that eSign knows
     */
    record Sms(Optional<String> phoneNumber) implements SignerAuthentication {
        /**
         * Checks the components.
         *
         * @param phoneNumber the phone, or empty for the one that eSign knows
         * @throws NullPointerException when {@code phoneNumber} is null
         */
        public Sms {
            Objects.requireNonNull(phoneNumber, "phone number");
        }

        @Override
        public String toString() {
            return "Sms[***]";
        }
    }

    /** Knowledge-based questions. */
    record Kba() implements SignerAuthentication {
    }

    /**
     * Knowledge-based questions and a password.
     *
     * @param password not blank, or else the signer isn't built
     */
    record KbaPlusPassword(String password) implements SignerAuthentication {
        @Override
        public String toString() {
            return "KbaPlusPassword[***]";
        }
    }
}
