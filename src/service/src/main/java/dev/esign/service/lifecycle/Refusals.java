package dev.esign.service.lifecycle;

import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import dev.esign.EsignException;
import dev.esign.FailedCall;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.SigningSessions;
import dev.esign.ValidationException;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;

/**
 * Finds out why eSign refused a call. Its texts aren't documented, so the session itself is asked: is there one, and may its
 * status be the reason?
 */
@Singleton
public class Refusals {

    private final SigningSessions sessions;

    Refusals(SigningSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Makes a call about a session.
     *
     * @param id the session
     * @param refuses the states in which a refusal is put down to the state
     * @param call makes the call
     * @return what it returned
     * @throws NotFoundException when it was refused and there is no such session
     * @throws InvalidSessionStateException when it was refused and the session is in one of the states
     */
    public <T> T explained(SessionId id, Predicate<SessionStatus> refuses, Supplier<T> call) {
        try {
            return call.get();
        } catch (ValidationException refused) {
            throw explanation(id, refuses, refused);
        }
    }

    private EsignException explanation(SessionId id, Predicate<SessionStatus> refuses, ValidationException refused) {
        try {
            return sessions.get(id).status().filter(refuses)
                    .<EsignException> map(status -> new InvalidSessionStateException(call(refused),
                            "not possible while the session is " + status, refused))
                    .orElse(refused);
        } catch (NotFoundException absent) {
            return absent;
        } catch (EsignException unreadable) {
            return refused;
        }
    }

    private static FailedCall call(ValidationException refused) {
        return new FailedCall(refused.account(), refused.operation(), refused.sessionId().orElse(null),
                refused.transactionId().orElse(null),
                refused.httpStatus().isPresent() ? refused.httpStatus().getAsInt() : null, refused.texts());
    }
}
