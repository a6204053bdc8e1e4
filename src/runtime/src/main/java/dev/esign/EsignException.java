package dev.esign;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.esign.model.SessionId;

/**
 * A call of eSign that didn't succeed; the subclass says in which way. The message quotes eSign's texts with e-mail
 * addresses masked; {@link #texts()} has them unchanged. No kind holds a token, a credential, a URL or a document.
 *
 * @serial exclude
 */
public abstract sealed class EsignException extends RuntimeException
        permits AuthenticationException, SessionNotReadyException, InvalidSessionStateException, ValidationException,
        NotFoundException, RateLimitedException, UnavailableException, EsignTimeoutException, OutcomeUnknownException,
        ProtocolException {

    private static final long serialVersionUID = 1L;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"'(),;:]+@[^\\s@<>\"'(),;:]+");

    private final FailedCall call;

    EsignException(FailedCall call, String problem, Throwable cause) {
        super(message(call, problem), cause);
        this.call = call;
    }

    private static String message(FailedCall call, String problem) {
        Objects.requireNonNull(call, "call");
        String texts = call.texts().stream().map(text -> EMAIL.matcher(text).replaceAll("***"))
                .collect(Collectors.joining("; "));
        return call + ": " + problem + (texts.isEmpty() ? "" : ": " + texts)
                + (call.httpStatus() == null ? "" : " (HTTP " + call.httpStatus() + ")");
    }

    /** @return the account that called; {@link EsignAccount#DEFAULT} for the default one */
    public String account() {
        return call.account();
    }

    /** @return what was called */
    public Operation operation() {
        return call.operation();
    }

    /** @return the session that the call was about */
    public Optional<SessionId> sessionId() {
        return Optional.ofNullable(call.sessionId());
    }

    /** @return the transaction id of the session that the call was about */
    public Optional<String> transactionId() {
        return Optional.ofNullable(call.transactionId());
    }

    /** @return the HTTP status of the answer; empty when none came */
    public OptionalInt httpStatus() {
        return call.httpStatus() == null ? OptionalInt.empty() : OptionalInt.of(call.httpStatus());
    }

    /** @return what eSign wrote, unchanged; may name signers */
    public List<String> texts() {
        return call.texts();
    }
}
