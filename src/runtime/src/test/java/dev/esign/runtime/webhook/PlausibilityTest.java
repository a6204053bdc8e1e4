package dev.esign.runtime.webhook;

import static dev.esign.runtime.webhook.Plausibility.CONFIRMED;
import static dev.esign.runtime.webhook.Plausibility.CONTRADICTED;
import static dev.esign.runtime.webhook.Plausibility.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.esign.EsignAccount;
import dev.esign.model.Session;
import dev.esign.model.Session.HeldSigner;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.SignerStatus;
import dev.esign.runtime.webhook.WebhookMessage.Kind;

class PlausibilityTest {

    private static final SessionId ID = SessionId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static final SessionStatus NEW_CODE = new SessionStatus(17);

    @Test
    void aSessionMayHaveMovedOnButNotBack() {
        assertThat(session(SessionStatus.COMPLETED, SessionStatus.COMPLETED)).isEqualTo(CONFIRMED);
        assertThat(session(SessionStatus.COMPLETED, SessionStatus.ARCHIVED)).isEqualTo(CONFIRMED);
        assertThat(session(SessionStatus.IN_SENT, SessionStatus.IN_PAUSED)).isEqualTo(CONFIRMED);
        assertThat(session(SessionStatus.IN_SENT, SessionStatus.COMPLETED)).isEqualTo(CONFIRMED);
        assertThat(session(SessionStatus.COMPLETED, SessionStatus.IN_SENT)).isEqualTo(CONTRADICTED);
        assertThat(session(SessionStatus.IN_SENT, SessionStatus.IN_DRAFT)).isEqualTo(CONTRADICTED);
    }

    @Test
    void codesThatArentDocumentedAreLeftUndecided() {
        assertThat(session(NEW_CODE, SessionStatus.IN_SENT)).isEqualTo(UNDECIDED);
        assertThat(session(SessionStatus.COMPLETED, NEW_CODE)).isEqualTo(UNDECIDED);
        assertThat(session(NEW_CODE, NEW_CODE)).isEqualTo(CONFIRMED);
        assertThat(Plausibility.of(told(Kind.UNKNOWN, 2, null), held(SessionStatus.IN_SENT))).isEqualTo(UNDECIDED);
    }

    @Test
    void onlyAFinishedSessionMayBeMissing() {
        assertThat(Plausibility.withoutSession(told(Kind.SESSION_STATUS, 5, null))).isEqualTo(UNDECIDED);
        assertThat(Plausibility.withoutSession(told(Kind.SESSION_STATUS, 3, null))).isEqualTo(CONTRADICTED);
        assertThat(Plausibility.withoutSession(told(Kind.SIGNER_STATUS, 4, "s"))).isEqualTo(CONTRADICTED);
    }

    @Test
    void aSignersStatusIsComparedWithThatSigner() {
        assertThat(signer("S", 4, held("s", 4), held("t", 1))).isEqualTo(CONFIRMED);
        assertThat(signer("s", 6, held("s", 2), held("t", 6))).isEqualTo(CONTRADICTED);
        assertThat(signer("s", 8, held("s", 2))).isEqualTo(CONFIRMED);
        assertThat(signer("s", 4, held("t", 4))).isEqualTo(CONTRADICTED);
        assertThat(signer("s", 7, held("t", 4))).isEqualTo(UNDECIDED);
        assertThat(signer("s", 4, held(null, 4))).isEqualTo(UNDECIDED);
        assertThat(signer("s", 4)).isEqualTo(UNDECIDED);
        assertThat(signer(null, 4, held("s", 4))).isEqualTo(UNDECIDED);
    }

    private static Plausibility session(SessionStatus told, SessionStatus found) {
        return Plausibility.of(told(Kind.SESSION_STATUS, told.code(), null), held(found));
    }

    private static Plausibility signer(String id, int told, HeldSigner... signers) {
        return Plausibility.of(told(Kind.SIGNER_STATUS, told, id), held(SessionStatus.IN_SENT, signers));
    }

    private static HeldSigner held(String id, int status) {
        return new HeldSigner(Optional.ofNullable(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(new SignerStatus(status)));
    }

    private static Session held(SessionStatus status, HeldSigner... signers) {
        return new Session(ID, Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                Arrays.asList(signers), Map.of());
    }

    private static WebhookMessage told(Kind kind, int status, String signerId) {
        return new WebhookMessage(EsignAccount.DEFAULT, kind, ID, Optional.empty(), Optional.ofNullable(signerId),
                Optional.of(kind.toString()),
                Optional.of(status), Optional.empty(), Optional.empty());
    }
}
