package dev.esign.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A session as a row of a list. What eSign didn't say is empty; read the session for more. Immutable; {@code toString} shows
 * id and status only.
 *
 * @param id its identity
 * @param status its state ({@code StatusCode})
 * @param title its title
 * @param transactionId the caller's transaction id
 * @param createdOn when it was created
 */
public record SessionSummary(SessionId id, Optional<SessionStatus> status, Optional<String> title,
        Optional<String> transactionId, Optional<Instant> createdOn) {

    @Override
    public String toString() {
        return "SessionSummary[id=" + id + ", status=" + status.map(SessionStatus::name).orElse("unknown") + "]";
    }
}
