package dev.esign.sandbox.session;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How a session that was sent goes on: who is invited when, and when it is over. Works on one change. */
final class SigningProcess {

    private final SessionEdit edit;
    private final SessionMails mails;

    SigningProcess(SessionEdit edit) {
        this.edit = edit;
        this.mails = new SessionMails(edit);
    }

    /** Sends the session, for the first time or after a pause. */
    void start(String returnUrl) {
        boolean again = edit.status() == SessionStatus.IN_PAUSED;
        edit.contents(edit.contents().withSetting("ReturnURL", returnUrl));
        edit.started();
        edit.moveTo(SessionStatus.IN_SENT);
        edit.log(again ? "Session sent again." : "Session sent.");
        for (Signer signer : edit.signers()) {
            if (signer.status().isAwaited() && signer.status() != SignerStatus.PENDING_INVITE) {
                resume(signer);
            }
        }
        inviteDue();
        scheduleReminder();
    }

    /** Invites those whose turn it is and who weren't invited yet, unless the client delivers the links itself. */
    void inviteDue() {
        if (edit.contents().sendsInvitations()) {
            Set<String> due = SigningOrder.of(edit.contents()).due(edit.signers());
            for (Signer signer : edit.signers()) {
                if (signer.status() == SignerStatus.PENDING_INVITE && due.contains(signer.id())) {
                    invite(signer);
                }
            }
        }
    }

    /** Sends an invitation, whoever's turn it is; forgets failed authentications and a refusal to sign. */
    void invite(Signer signer) {
        SignerStatus status = signer.status() == SignerStatus.IN_PROGRESS ? SignerStatus.IN_PROGRESS : SignerStatus.INVITED;
        Signer invited = signer.with(signer.progress().invited(edit.at())).with(status);
        edit.replace(invited);
        mails.invitation(invited);
        edit.log("Invitation sent to " + invited.name() + " (" + invited.email() + ").");
    }

    /** Goes on after a signer's part is over. */
    void advance() {
        boolean over = edit.signers().stream().allMatch(signer -> signer.status().isDone());
        if (over) {
            complete();
        } else {
            inviteDue();
        }
    }

    void complete() {
        edit.completed();
        edit.moveTo(SessionStatus.COMPLETED);
        edit.log("Session completed.");
        mails.completed();
    }

    /** Lets go of the signers who have still to sign. */
    void cancelSigners() {
        for (Signer signer : edit.signers()) {
            if (signer.status().isAwaited()) {
                edit.replace(signer.with(SignerStatus.CANCELLED));
            }
        }
    }

    void remind() {
        Set<String> due = SigningOrder.of(edit.contents()).due(edit.signers());
        for (Signer signer : edit.signers()) {
            boolean waits = signer.status() == SignerStatus.INVITED || signer.status() == SignerStatus.IN_PROGRESS;
            if (waits && due.contains(signer.id())) {
                mails.reminder(signer);
                edit.log("Reminder sent to " + signer.name() + " (" + signer.email() + ").");
            }
        }
        scheduleReminder();
    }

    void scheduleReminder() {
        int days = edit.contents().settings().path("ReminderFrequencyDays").asInt();
        edit.nextReminder(days > 0 ? Optional.of(edit.at().plus(Duration.ofDays(days))) : Optional.empty());
    }

    /** A signer who was invited before a pause hears of the session again, with all tries. */
    private void resume(Signer signer) {
        if (edit.contents().sendsInvitations()) {
            invite(signer);
        } else {
            SignerStatus status = signer.status() == SignerStatus.AUTHENTICATION_FAILED ? SignerStatus.PENDING_INVITE
                    : signer.status();
            edit.replace(signer.with(signer.progress().forgiven()).with(status));
        }
    }
}
