package dev.esign.sandbox.pages;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.http.MalformedRequestException;
import dev.esign.sandbox.http.Request;
import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.RefusedException;
import dev.esign.sandbox.session.SessionChange;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Sessions;
import dev.esign.sandbox.session.SigningSession;
import dev.esign.sandbox.session.Upload;

/** What the forms and links of a session's page ask for. */
final class OwnerCalls {

    private static final int LARGEST_FORM = 64 * 1024;

    private final Sessions sessions;
    private final SessionPage page;
    private final DocumentFiles files;

    OwnerCalls(Sessions sessions, SessionPage page, DocumentFiles files) {
        this.sessions = sessions;
        this.page = page;
        this.files = files;
    }

    /** Something that is done with a session. */
    private interface Step {

        void run(SigningSession session) throws RefusedException;
    }

    Answer act(Request request) {
        Optional<OwnerAction> action = OwnerAction.of(request.variable("action"));
        return action.isEmpty() ? Answer.notFound()
                : run(request, session -> action.get().run(session, request.remoteAddress()));
    }

    Answer invite(Request request) throws MalformedRequestException {
        String signer = FormReader.read(request, LARGEST_FORM).value("signer");
        SessionChange.GivenSigner known = new SessionChange.GivenSigner(signer, JsonNodeFactory.instance.objectNode(),
                Optional.empty(), Optional.empty());
        return run(request, session -> session.invite(List.of(known), session.snapshot().setting("ReturnURL"),
                request.remoteAddress()));
    }

    Answer document(Request request) {
        return document(request.variable("id"), request.variable("document")).map(files::file).orElseGet(Answer::notFound);
    }

    Answer picture(Request request) {
        return document(request.variable("id"), request.variable("document"))
                .map(document -> files.picture(document, request)).orElseGet(Answer::notFound);
    }

    Answer upload(Request request) {
        return session(request.variable("id")).stream().flatMap(session -> session.contents().signers().stream())
                .flatMap(signer -> signer.progress().uploads().stream())
                .filter(upload -> upload.id().equals(request.variable("upload"))).findFirst()
                .map((Upload upload) -> files.file(upload.fileName(), upload.content())).orElseGet(Answer::notFound);
    }

    private Answer run(Request request, Step step) {
        String id = request.variable("id");
        try {
            SigningSession session = sessions.find(id);
            step.run(session);
            return Redirect.to("/sessions/" + session.snapshot().id());
        } catch (RefusedException e) {
            return page.of(id, 422, e.details());
        }
    }

    private Optional<Document> document(String sessionId, String documentId) {
        return session(sessionId).flatMap(session -> session.document(documentId));
    }

    private Optional<SessionSnapshot> session(String id) {
        try {
            return Optional.of(sessions.find(id).snapshot());
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}
