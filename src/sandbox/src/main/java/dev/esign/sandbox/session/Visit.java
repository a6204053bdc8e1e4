package dev.esign.sandbox.session;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A signer in front of the session, from following the invitation's link to signing: what is proved in one visit counts for
 * this visit only. Thread-safe: its calls take turns.
 */
public final class Visit {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final SigningSession session;
    private final String signerId;
    private final String ip;
    private final Set<AuthenticationStep> passed = EnumSet.noneOf(AuthenticationStep.class);
    private String code = "";

    Visit(String id, SigningSession session, String signerId, String ip) {
        this.id = id;
        this.session = session;
        this.signerId = signerId;
        this.ip = ip;
    }

    /** Names this visit for as long as it lasts; whoever has it is the signer, so it belongs into a cookie. */
    public String id() {
        return id;
    }

    /** The session as it is now. */
    public SessionSnapshot session() {
        return session.snapshot();
    }

    /** The signer as of now. */
    public Signer signer() {
        return session.snapshot().signer(signerId).orElseThrow();
    }

    /** What has to be proved before anything else; nothing if the signer may see the documents and act. */
    public synchronized Optional<AuthenticationStep> nextStep() {
        return nextStep(session.snapshot());
    }

    /** The questions of {@link AuthenticationStep#KBA}, to be answered in this order. */
    public List<KbaQuestion> questions() {
        return KbaQuestion.ALL;
    }

    /**
     * Sends a new code, which replaces the one before; the first one is sent by itself.
     *
     * @throws RefusedException if no code is asked for, or the signer can't sign now
     */
    public synchronized void sendCode() throws RefusedException {
        if (nextStep().filter(AuthenticationStep.SMS_CODE::equals).isEmpty()) {
            throw new RefusedException("Error: No code is asked for.");
        }
        String fresh = "%06d".formatted(RANDOM.nextInt(1_000_000));
        session.sendCode(signerId, fresh, ip);
        code = fresh;
    }

    /**
     * Proves what is asked for.
     *
     * @param answers one text, or one for each question
     * @throws RefusedException if that isn't asked for, is wrong (its text tells how many tries are left), or the signer
     *         can't sign now
     */
    public synchronized void authenticate(AuthenticationStep step, List<String> answers) throws RefusedException {
        SessionSnapshot now = session.snapshot();
        if (nextStep(now).filter(step::equals).isEmpty()) {
            throw new RefusedException("Error: The " + step.label() + " is not asked for.");
        }
        if (!isRight(step, answers, now)) {
            int left = session.failAuthentication(signerId, step, ip);
            throw new RefusedException("Error: The " + step.label() + (step == AuthenticationStep.KBA ? " are" : " is")
                    + " not right. Tries left: " + left + ".");
        }
        session.authenticated(signerId, step, ip);
        passed.add(step);
        begin();
    }

    /**
     * The fields of this signer, with what was filled in.
     *
     * @throws RefusedException if the signer has something to prove first
     */
    public List<Field> fields() throws RefusedException {
        demandAuthentication();
        SessionSnapshot now = session.snapshot();
        return now.fieldsOf(now.signer(signerId).orElseThrow());
    }

    /**
     * Adds a document of the signer's.
     *
     * @throws RefusedException if the signer has something to prove first, or the document did not upload
     */
    public Upload upload(String fileName, DocumentContent content) throws RefusedException {
        demandAuthentication();
        return session.upload(signerId, fileName, content, ip);
    }

    /**
     * Signs.
     *
     * @param values by field id
     * @throws RefusedException if the signer has something to prove first, a field isn't as it must be (one text for each),
     *         or a document has to be uploaded first
     */
    public void sign(Map<String, String> values) throws RefusedException {
        demandAuthentication();
        session.sign(signerId, values, ip);
    }

    /**
     * Declines.
     *
     * @throws RefusedException if the signer has something to prove first, or tells no reason
     */
    public void decline(String reason) throws RefusedException {
        demandAuthentication();
        session.decline(signerId, reason, ip);
    }

    /**
     * Hands over to somebody else, who is invited.
     *
     * @return the new signer
     * @throws RefusedException if the signer has something to prove first, the session doesn't allow it, or the other one
     *         has no last name or valid address
     */
    public Signer delegate(String firstName, String lastName, String email) throws RefusedException {
        demandAuthentication();
        ObjectNode other = JsonNodeFactory.instance.objectNode().put("FirstName", firstName.strip())
                .put("LastName", lastName.strip()).put("EmailAddress", email.strip());
        return session.delegate(signerId, other, ip);
    }

    /** Sends the first code when one is asked for. */
    void begin() throws RefusedException {
        if (nextStep().filter(AuthenticationStep.SMS_CODE::equals).isPresent()) {
            sendCode();
        }
    }

    private Optional<AuthenticationStep> nextStep(SessionSnapshot now) {
        if (now.contents().password().isPresent() && !passed.contains(AuthenticationStep.SESSION_PASSWORD)) {
            return Optional.of(AuthenticationStep.SESSION_PASSWORD);
        }
        return now.signer(signerId).orElseThrow().authenticationSteps().stream().filter(step -> !passed.contains(step))
                .findFirst();
    }

    private boolean isRight(AuthenticationStep step, List<String> answers, SessionSnapshot now) {
        String answer = answers.isEmpty() ? "" : answers.get(0);
        return switch (step) {
            case SESSION_PASSWORD -> now.contents().password().filter(hash -> hash.matches(answer)).isPresent();
            case PASSWORD -> now.signer(signerId).orElseThrow().progress().password().filter(hash -> hash.matches(answer))
                    .isPresent();
            case SMS_CODE -> !code.isEmpty() && code.equals(answer.strip());
            case KBA -> answers.size() == KbaQuestion.ALL.size() && IntStream.range(0, answers.size())
                    .allMatch(i -> KbaQuestion.ALL.get(i).rightOption().equals(answers.get(i)));
        };
    }

    private void demandAuthentication() throws RefusedException {
        Optional<AuthenticationStep> missing = nextStep();
        if (missing.isPresent()) {
            throw new RefusedException("Error: The " + missing.get().label() + " is asked for first.");
        }
    }
}
