package dev.esign.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.esign.EsignException;
import dev.esign.EsignTimeoutException;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.UnavailableException;
import dev.esign.rest.DocumentUnreadableException;
import io.quarkus.runtime.configuration.ConfigurationException;

/** What a script can tell from how {@code esign} ended; the same for every command. */
final class ExitCodes {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int UNREACHABLE = 4;
    static final int OUTCOME_UNKNOWN = 5;
    static final int FINDINGS = 6;
    /** As shells count it: 128 and the number of SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {
    }

    /** Each with what it means. */
    static Map<String, String> explained() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(code(DONE), "done");
        codes.put(code(FAILED), "failed in a way nobody foresaw");
        codes.put(code(USAGE), "bad usage, unreadable files, missing or wrong settings");
        codes.put(code(REFUSED), "refused by eSign");
        codes.put(code(UNREACHABLE), "eSign could not be reached");
        codes.put(code(OUTCOME_UNKNOWN), "outcome unknown: look before you repeat");
        codes.put(code(FINDINGS), "errors were found (lint, doctor), or a watched session ended uncompleted");
        codes.put(code(INTERRUPTED), "stopped by Ctrl-C");
        return codes;
    }

    private static String code(int code) {
        return Integer.toString(code);
    }

    static int of(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.exitCode();
        }
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

    /** The kind of failure, in the words of JSON. */
    static String kind(int exitCode) {
        return switch (exitCode) {
            case USAGE -> "usage";
            case REFUSED -> "refused";
            case UNREACHABLE -> "unreachable";
            case OUTCOME_UNKNOWN -> "outcome-unknown";
            case FINDINGS -> "findings";
            default -> "failed";
        };
    }
}
