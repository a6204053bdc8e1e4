package dev.esign.sandbox.pages;

import java.util.Locale;

import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.SignerStatus;

/** What a status means at a glance. The name in lower case is a class of the style sheet. */
enum Tone {

    NEUTRAL,
    INFO,
    BUSY,
    GOOD,
    BAD;

    static Tone of(SessionStatus status) {
        return switch (status) {
            case IN_SENT -> INFO;
            case COMPLETED -> GOOD;
            case IN_PAUSED -> BUSY;
            case CANCELLED, DELETED, EXPIRED -> BAD;
            default -> NEUTRAL;
        };
    }

    static Tone of(SignerStatus status) {
        return switch (status) {
            case INVITED -> INFO;
            case IN_PROGRESS, DELEGATED -> BUSY;
            case COMPLETED -> GOOD;
            case CANCELLED, DECLINED, AUTHENTICATION_FAILED -> BAD;
            default -> NEUTRAL;
        };
    }

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
