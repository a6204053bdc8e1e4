package dev.esign.sandbox;

import java.net.URI;
import java.util.List;

import dev.esign.sandbox.session.Document;
import dev.esign.sandbox.session.Field;
import dev.esign.sandbox.session.Mail;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.Signer;

/** Shows sessions and messages as the Java API does. */
final class Views {

    private final URI url;

    Views(URI url) {
        this.url = url;
    }

    SandboxSession session(SessionSnapshot session) {
        return new SandboxSession(session.id(), session.contents().title(), session.setting("TransactionId"),
                session.history().owner(), session.status().label(), session.status().code(), session.createdOn(),
                session.startedOn(), session.history().completedOn(), session.history().expiry(),
                session.contents().signers().stream().map(signer -> signer(signer, session)).toList(),
                session.contents().documents().stream().map(document -> document(document, session)).toList(),
                session.history().log().stream()
                        .map(entry -> new SandboxLogEntry(entry.at(), entry.ip(), entry.description())).toList());
    }

    SandboxMail mail(Mail mail) {
        List<SandboxMail.Link> links = mail.links().stream()
                .map(link -> new SandboxMail.Link(link.label(), URI.create(url + link.path()))).toList();
        return new SandboxMail(mail.id(), mail.sessionId(), mail.kind().name(), mail.to(), mail.cc(), mail.subject(),
                mail.text(), links, mail.attachments(), mail.at());
    }

    private SandboxSigner signer(Signer signer, SessionSnapshot session) {
        return new SandboxSigner(signer.id(), signer.role(), signer.firstName(), signer.lastName(), signer.email(),
                signer.status().label(), signer.status().code(),
                URI.create(url + "/sign/" + signer.progress().inviteToken()),
                session.fieldsOf(signer).stream().map(Views::field).toList(),
                signer.progress().uploads().stream()
                        .map(upload -> new SandboxDocument(upload.id(), upload.fileName(), upload.content(), List.of()))
                        .toList(),
                signer.progress().declinedReason(), signer.progress().delegatedTo(), signer.progress().invitedOn());
    }

    private static SandboxDocument document(Document document, SessionSnapshot session) {
        List<SandboxField> fields = document.fields().stream()
                .map(field -> field(field.withValue(session.signerInRole(field.role())
                        .map(signer -> signer.progress().values().get(field.id())).orElse(""))))
                .toList();
        return new SandboxDocument(document.id(), document.fileName(), document.content(), fields);
    }

    private static SandboxField field(Field field) {
        return new SandboxField(field.id(), field.kind().name(), field.role(), field.required(), field.documentId(),
                field.page(), field.options(), field.value());
    }
}
