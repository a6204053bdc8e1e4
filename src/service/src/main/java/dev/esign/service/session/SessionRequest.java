package dev.esign.service.session;

import java.util.List;

/** What a request to create a session and one to change it have in common. */
interface SessionRequest {

    String transactionId();

    String message();

    String signingOrder();

    Boolean delegationAllowed();

    CopyToRequest copyTo();

    String password();

    Boolean ownerSignsFirst();

    Boolean invitationsSent();

    String redirectAfterSend();

    String expiresOn();

    Integer reminderDays();

    List<DocumentRequest> documents();

    List<SignerRequest> signers();

    /** What may be shown of a request: everything else in it is personal, secret or large. */
    static String summary(SessionRequest request) {
        return "documents=" + size(request.documents()) + ", signers=" + size(request.signers());
    }

    private static int size(List<?> list) {
        return list == null ? 0 : list.size();
    }
}
