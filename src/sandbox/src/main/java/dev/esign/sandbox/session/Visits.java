package dev.esign.sandbox.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The signers who are in front of their sessions. Thread-safe. The oldest visits are forgotten when there are many. */
public final class Visits {

    private static final int MOST = 10_000;

    private final Sessions sessions;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Visit> byId = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visit> eldest) {
            return size() > MOST;
        }
    };

    public Visits(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * A signer follows the link of an invitation: {@code Invited} becomes {@code InProgress}.
     *
     * @param inviteToken from the link
     * @param ip the signer's address
     * @throws RefusedException if the token opens nothing, or the signer can't sign now; the texts are for the signer
     */
    public Visit open(String inviteToken, String ip) throws RefusedException {
        Sessions.Invitation invitation = sessions.findInvitation(inviteToken);
        SigningSession session = invitation.session();
        session.open(invitation.signerId(), ip);
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        Visit visit = new Visit(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), session,
                invitation.signerId(), ip);
        visit.begin();
        synchronized (byId) {
            byId.put(visit.id(), visit);
        }
        return visit;
    }

    /**
     * Finds a visit that was opened.
     *
     * @throws RefusedException if there is none (any more); following the link again opens a new one
     */
    public Visit find(String visitId) throws RefusedException {
        synchronized (byId) {
            Visit visit = byId.get(visitId);
            if (visit == null) {
                throw new RefusedException("Error: The visit is over. Please follow the link of the invitation again.");
            }
            return visit;
        }
    }
}
