package dev.esign.service.caller;

import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Why a token was refused, in words that quote nothing of it. */
enum TokenDefect {
    EXPIRED("the token has expired", ErrorCodes.EXPIRED),
    TOO_EARLY("the token isn't valid yet", ErrorCodes.NOT_YET_VALID),
    ISSUER("the token isn't of the issuer that is trusted here", ErrorCodes.ISSUER_INVALID, ErrorCodes.ISSUER_MISSING),
    AUDIENCE("the token isn't meant for this service", ErrorCodes.AUDIENCE_INVALID, ErrorCodes.AUDIENCE_MISSING),
    SIGNATURE("the token isn't signed by the issuer that is trusted here", ErrorCodes.SIGNATURE_INVALID,
            ErrorCodes.SIGNATURE_MISSING),
    OTHER("the token can't be read, is signed in another way, or lacks what this service needs");

    private final String words;
    private final int[] codes;

    TokenDefect(String words, int... codes) {
        this.words = words;
        this.codes = codes;
    }

    String words() {
        return words;
    }

    /** The defect that a failed authentication tells of. */
    static TokenDefect of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid) {
                return of(invalid);
            }
        }
        return OTHER;
    }

    private static TokenDefect of(InvalidJwtException invalid) {
        for (TokenDefect defect : values()) {
            for (int code : defect.codes) {
                if (invalid.hasErrorCode(code)) {
                    return defect;
                }
            }
        }
        return OTHER;
    }
}
