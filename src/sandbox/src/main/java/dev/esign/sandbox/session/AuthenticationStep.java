package dev.esign.sandbox.session;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** One thing that a signer proves before the documents are shown. */
public enum AuthenticationStep {

    /** The password of the session, the same for all its signers. */
    SESSION_PASSWORD("session password"),
    /** The signer's own password. */
    PASSWORD("password"),
    /** A code that was sent to the signer's phone; here it is in the outbox. */
    SMS_CODE("code"),
    /** Questions about the signer's life; here they tell their answers. */
    KBA("answers");

    private final String label;

    AuthenticationStep(String label) {
        this.label = label;
    }

    /** What to call it in a text for people. */
    public String label() {
        return label;
    }

    /**
     * The steps of a documented AuthenticationMethod. The numbers of the methods are documented nowhere: for one given as a
     * number, a password is asked for if there is one.
     */
    static List<AuthenticationStep> of(JsonNode method, boolean hasPassword) {
        String name = method.asText().strip().toLowerCase(Locale.ROOT);
        if (name.matches("\\d+")) {
            return hasPassword ? List.of(PASSWORD) : List.of();
        }
        return switch (name) {
            case "password" -> List.of(PASSWORD);
            case "sms" -> List.of(SMS_CODE);
            case "kba" -> List.of(KBA);
            case "kbapluspassword" -> List.of(PASSWORD, KBA);
            default -> List.of();
        };
    }
}
