package dev.esign.service.lifecycle;

import java.util.List;

import dev.esign.model.SessionCopy;
import dev.esign.model.SessionId;
import dev.esign.service.lifecycle.CopySessionRequest.CopiedSigner;
import dev.esign.service.problem.Problems;

/** Makes the copy that a request describes, or tells all that is wrong with the request. One instance reads one request. */
final class CopyReader {

    private final Problems problems = new Problems();

    /** @param request null for a copy that differs in nothing */
    SessionCopy read(SessionId original, CopySessionRequest request) {
        SessionCopy.Builder copy = SessionCopy.of(original);
        if (request != null) {
            if (request.transactionId() != null) {
                note("transactionId", () -> copy.transactionId(request.transactionId()));
            }
            if (request.title() != null) {
                note("title", () -> copy.title(request.title()));
            }
            if (request.fieldsRetained() != null) {
                copy.fieldsRetained(request.fieldsRetained());
            }
            List<CopiedSigner> signers = request.signers() == null ? List.of() : request.signers();
            for (int i = 0; i < signers.size(); i++) {
                signer("signers[" + i + "]", signers.get(i), copy);
            }
        }
        problems.throwIfAny();
        return copy.build();
    }

    private void signer(String field, CopiedSigner signer, SessionCopy.Builder copy) {
        if (signer == null) {
            problems.add(field, "is null");
        } else if (signer.id() == null) {
            note(field + ".email", () -> copy.addSigner(signer.email()));
        } else if (signer.email() == null) {
            note(field + ".id", () -> copy.keepSigner(signer.id()));
        } else {
            note(field + (signer.id().isBlank() ? ".id" : ".email"),
                    () -> copy.readdressSigner(signer.id(), signer.email()));
        }
    }

    /** The builder's messages begin with the name of what is wrong, which the field says already. */
    private void note(String field, Runnable setting) {
        try {
            setting.run();
        } catch (IllegalArgumentException wrong) {
            problems.add(field, wrong.getMessage().substring(wrong.getMessage().indexOf(": ") + 2));
        }
    }
}
