package dev.esign.sandbox.session;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Acts for signers who are no persons: by tests and by the control interface. It needs no password, but keeps to the order
 * of signing and to all other rules.
 */
public final class StandIn {

    private static final String IP = "127.0.0.1";

    private final SigningSession session;

    public StandIn(SigningSession session) {
        this.session = session;
    }

    /**
     * Signs for one signer, with samples for the required fields that aren't given, and for a document that is to be
     * uploaded.
     *
     * @param values by field id
     * @throws RefusedException if that signer can't sign now
     */
    public void sign(String signerId, Map<String, String> values) throws RefusedException {
        SessionSnapshot opened = session.open(signerId, IP);
        Signer signer = opened.signer(signerId).orElseThrow();
        if (signer.mustUpload() && signer.progress().uploads().isEmpty()) {
            session.upload(signerId, "document.txt", DocumentCollector.collect("Sample".getBytes(StandardCharsets.UTF_8)), IP);
        }
        Map<String, String> all = new LinkedHashMap<>(
                FieldRules.samples(opened.fieldsOf(signer), signer, session.now()));
        all.putAll(values);
        session.sign(signerId, all, IP);
    }

    /**
     * Signs for everybody who is awaited, in the order of signing.
     *
     * @throws RefusedException if somebody can't sign
     */
    public void signAll() throws RefusedException {
        session.snapshot().check(SessionAction.SIGN);
        for (List<Signer> due = due(); !due.isEmpty(); due = due()) {
            for (Signer signer : due) {
                sign(signer.id(), Map.of());
            }
        }
    }

    /**
     * Declines for a signer.
     *
     * @throws RefusedException if that signer can't act now
     */
    public void decline(String signerId, String reason) throws RefusedException {
        session.open(signerId, IP);
        session.decline(signerId, reason, IP);
    }

    /**
     * Hands over to somebody else.
     *
     * @param newSigner names and address of the other one
     * @throws RefusedException if that signer can't act now, or may not delegate
     */
    public void delegate(String signerId, ObjectNode newSigner) throws RefusedException {
        session.open(signerId, IP);
        session.delegate(signerId, newSigner, IP);
    }

    /**
     * Adds a document of a signer's.
     *
     * @throws RefusedException if that signer can't act now, or the document did not upload
     */
    public void upload(String signerId, String fileName, DocumentContent content) throws RefusedException {
        session.open(signerId, IP);
        session.upload(signerId, fileName, content, IP);
    }

    private List<Signer> due() {
        SessionSnapshot now = session.snapshot();
        return now.contents().signers().stream()
                .filter(signer -> now.status() == SessionStatus.IN_SENT && signer.status().isAwaited() && now.isDue(signer))
                .toList();
    }
}
