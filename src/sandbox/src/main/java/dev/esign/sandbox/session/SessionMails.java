package dev.esign.sandbox.session;

import java.util.List;
import java.util.stream.Collectors;

import dev.esign.sandbox.session.Mail.Kind;
import dev.esign.sandbox.session.Mail.Link;

/** The messages about a session, written into its change. */
final class SessionMails {

    /** EmailOptions: 3 sends copies as attachments, 0 as links; 1 and 2 are documented nowhere. */
    private static final int ATTACHMENTS = 3;

    private final SessionEdit edit;

    SessionMails(SessionEdit edit) {
        this.edit = edit;
    }

    void invitation(Signer signer) {
        String subject = text(signer, "SignerEmailSubject");
        mail(Kind.INVITATION, signer.email(), subject.isBlank() ? "Please sign: " + title() : subject, greeting(signer)
                + own(signer, owner() + " asks you to sign \"" + title() + "\"."), List.of(signLink(signer)));
    }

    void reminder(Signer signer) {
        mail(Kind.REMINDER, signer.email(), "Reminder: please sign: " + title(), greeting(signer)
                + own(signer, owner() + " still waits for your signature on \"" + title() + "\"."), List.of(signLink(signer)));
    }

    void smsCode(Signer signer, String code) {
        mail(Kind.SMS_CODE, signer.progress().phone().orElse(signer.email()), "", "Your code for eSign: " + code, List.of());
    }

    void signed(Signer signer) {
        toOwner(Kind.SIGNED, "Signed by " + signer.name() + ": " + title(),
                signer.name() + " has signed \"" + title() + "\". Others have still to sign.");
    }

    void declined(Signer signer, String reason) {
        toOwner(Kind.DECLINED, "Declined by " + signer.name() + ": " + title(),
                signer.name() + " declined to sign \"" + title() + "\". Reason: " + reason);
    }

    void delegated(Signer from, Signer to) {
        toOwner(Kind.DELEGATED, "Delegated by " + from.name() + ": " + title(),
                from.name() + " asked " + to.name() + " to sign \"" + title() + "\".");
    }

    void authenticationFailed(Signer signer) {
        toOwner(Kind.AUTHENTICATION_FAILED, "Authentication failed: " + title(), signer.name()
                + " failed too often to authenticate for \"" + title() + "\". A new invitation gives new tries.");
    }

    /** To the signers, and to the owner with copies for those that the session names. */
    void completed() {
        String subject = "Completed: " + title();
        String text = "\"" + title() + "\" is completed. Here are its documents.";
        List<Link> links = edit.contents().documents().stream()
                .map(document -> new Link(document.label(), "/_sandbox/documents/" + document.id())).toList();
        for (Signer signer : edit.signers()) {
            if (signer.status() == SignerStatus.COMPLETED) {
                mail(Kind.COMPLETED, signer.email(), subject, greeting(signer) + text, links);
            }
        }
        boolean attach = edit.contents().settings().path("EmailOptions").asInt() == ATTACHMENTS;
        List<String> attachments = edit.contents().documents().stream().map(Document::id).toList();
        edit.mail(Kind.COMPLETED, ownerAddress(), edit.contents().copyTo(), subject, text, attach ? List.of() : links,
                attach ? attachments : List.of());
    }

    void cancelled() {
        toInvited(Kind.CANCELLED, "Cancelled: " + title(),
                owner() + " has withdrawn \"" + title() + "\". There is nothing left to do.");
    }

    void expired() {
        String text = "\"" + title() + "\" has expired before everybody signed.";
        toInvited(Kind.EXPIRED, "Expired: " + title(), text);
        toOwner(Kind.EXPIRED, "Expired: " + title(), text);
    }

    void purgeNotice(String when) {
        String subject = "Documents will be removed: " + title();
        String text = "The documents of \"" + title() + "\" will be removed " + when + ". Save them if you need them.";
        for (Signer signer : edit.signers()) {
            if (signer.status() == SignerStatus.COMPLETED) {
                mail(Kind.PURGE_NOTICE, signer.email(), subject, greeting(signer) + text, List.of());
            }
        }
        edit.mail(Kind.PURGE_NOTICE, ownerAddress(), edit.contents().copyTo(), subject, text, List.of(), List.of());
    }

    private void toInvited(Kind kind, String subject, String text) {
        for (Signer signer : edit.signers()) {
            if (signer.progress().invitedOn().isPresent() && signer.status() != SignerStatus.DELEGATED) {
                mail(kind, signer.email(), subject, greeting(signer) + text, List.of());
            }
        }
    }

    private void toOwner(Kind kind, String subject, String text) {
        mail(kind, ownerAddress(), subject, text, List.of());
    }

    private void mail(Kind kind, String to, String subject, String text, List<Link> links) {
        edit.mail(kind, to, List.of(), subject, text, links, List.of());
    }

    private static Link signLink(Signer signer) {
        return new Link("Review and sign", "/sign/" + signer.progress().inviteToken());
    }

    private String title() {
        return edit.contents().title();
    }

    private String owner() {
        String name = edit.contents().settings().path("OwnerName").asText();
        return name.isBlank() ? ownerAddress() : name;
    }

    private String ownerAddress() {
        return edit.contents().ownerAddress(edit.owner());
    }

    private static String greeting(Signer signer) {
        return "Dear " + signer.name() + ",\n\n";
    }

    /** The signer's own text, or else the one for all signers, whose {@code \n} stands for a new line. */
    private String own(Signer signer, String otherwise) {
        String own = text(signer, "SignerEmailMessage");
        String forAll = edit.contents().settings().path("Description").asText();
        return (own.isBlank() ? forAll.isBlank() ? otherwise : forAll : own).replace("\\n", "\n").lines()
                .collect(Collectors.joining("\n"));
    }

    private static String text(Signer signer, String member) {
        return signer.members().path(member).asText();
    }
}
