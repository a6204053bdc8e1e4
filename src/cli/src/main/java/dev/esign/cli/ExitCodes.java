package dev.esign.cli;

import dev.esign.EsignException;
import dev.esign.EsignTimeoutException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.UnavailableException;
import dev.esign.rest.DocumentUnreadableException;
import io.quarkus.runtime.configuration.ConfigurationException;

/** What a script can tell from how {@code esign} ended. */
final class ExitCodes {

    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int UNREACHABLE = 4;
    static final int OUTCOME_UNKNOWN = 5;

    private ExitCodes() {
    }

    static int of(Throwable failure) {
        if (failure instanceof OutcomeUnknownException) {
            return OUTCOME_UNKNOWN;
        }
        if (failure instanceof UnavailableException || failure instanceof EsignTimeoutException
                || failure instanceof ProtocolException) {
            return UNREACHABLE;
        }
        if (failure instanceof EsignException) {
            return failure.getCause() instanceof DocumentUnreadableException ? USAGE : REFUSED;
        }
        return failure instanceof ConfigurationException || failure instanceof IllegalArgumentException ? USAGE : FAILED;
    }
}
