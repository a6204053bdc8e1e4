package dev.esign.sandbox.pages;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.esign.sandbox.http.Answer;
import dev.esign.sandbox.session.SessionSnapshot;
import dev.esign.sandbox.session.SessionStatus;
import dev.esign.sandbox.session.Signer;
import dev.esign.sandbox.session.SignerStatus;

/** What a signer sees who has nothing to do here: not yet, not any more, or never had. */
final class EndPage {

    private final Layout layout;

    EndPage(Layout layout) {
        this.layout = layout;
    }

    /** The page for a signer whose part is over; nothing for one who may go on. */
    Optional<Answer> of(SessionSnapshot session, Signer signer) {
        if (session.status() == SessionStatus.PURGED) {
            // The two sentences that the real service shows.
            return Optional.of(page(410, "Documents removed", "🗑",
                    "You are attempting to access a session that has been purged.",
                    Markup.text(
                            "This session's documents are no longer available. Please contact the sender of your signing session."),
                    Markup.NOTHING));
        }
        Markup back = back(session);
        return Optional.ofNullable(switch (signer.status()) {
            case COMPLETED -> page(200, "Signed", "✓", "Thank you, you have signed", Markup.of(
                    "“{}” is signed by you{}. {}", title(session),
                    signer.progress().endedOn().map(on -> Markup.of(" since {}", Parts.time(on))).orElse(Markup.NOTHING),
                    session.status() == SessionStatus.IN_SENT ? "Others have still to sign; you will hear when everybody has."
                            : "Everybody has signed."),
                    back);
            case DECLINED -> page(200, "Declined", "✕", "You have declined to sign", Markup.of(
                    "The sender of “{}” knows it, with your reason: “{}”.", title(session),
                    signer.progress().declinedReason().orElse("")), back);
            case DELEGATED -> page(200, "Handed over", "➜", "You have handed this over", Markup.of(
                    "{} was asked to sign “{}” in your place.",
                    signer.progress().delegatedTo().flatMap(session::signer).map(Signer::name).orElse("Somebody else"),
                    title(session)), back);
            case AUTHENTICATION_FAILED -> page(403, "Locked", "🔒", "This invitation is locked", Markup.of(
                    "Five attempts to prove who you are have failed. {} can send you a new invitation for “{}”.",
                    sender(session), title(session)), Markup.NOTHING);
            default -> ofSession(session);
        });
    }

    private Answer ofSession(SessionSnapshot session) {
        return switch (session.status()) {
            case IN_SENT -> null;
            case IN_DRAFT -> page(403, "Not sent yet", "⏳", "This session was not sent yet", Markup.of(
                    "{} is still preparing “{}”. You will get an invitation.", sender(session), title(session)),
                    Markup.NOTHING);
            case IN_PAUSED -> page(403, "Paused", "⏸", "This session is paused", Markup.of(
                    "{} is changing “{}”. You will hear when it goes on.", sender(session), title(session)), Markup.NOTHING);
            case CANCELLED, DELETED -> page(410, "Cancelled", "✕", "This session was cancelled", Markup.of(
                    "{} has withdrawn “{}”. There is nothing left to sign.", sender(session), title(session)), Markup.NOTHING);
            case EXPIRED -> page(410, "Expired", "⌛", "This session has expired", Markup.of(
                    "The time to sign “{}” is over. Please contact {}.", title(session), sender(session)), Markup.NOTHING);
            default -> page(410, "Closed", "✓", "This session is closed", Markup.of(
                    "“{}” is complete without your signature. There is nothing left to sign.", title(session)), Markup.NOTHING);
        };
    }

    /** The page for a signer whom the domain does not let in, with its texts. */
    Answer refused(SessionSnapshot session, Signer signer, List<String> reasons) {
        if (signer.status() == SignerStatus.PENDING_INVITE) {
            return page(403, "Not your turn yet", "⏳", "It is not your turn yet", Markup.of(
                    "Others sign “{}” first. You will get an invitation when it is your turn.", title(session)),
                    Markup.NOTHING);
        }
        return page(403, "Nothing to sign", "✕", "There is nothing to sign",
                Markup.text(String.join(" ", reasons.stream().map(Texts::forPeople).toList())), Markup.NOTHING);
    }

    Answer unknown() {
        return page(404, "Unknown invitation", "?", "This invitation is unknown", Markup.text(
                "Perhaps the link is not complete, or the sandbox was restarted: it keeps nothing."), Markup.NOTHING);
    }

    Answer visitOver() {
        return page(403, "Please start again", "⌛", "This visit is over", Markup.text(
                "Please follow the link of the invitation again, with cookies allowed."), Markup.NOTHING);
    }

    private Answer page(int status, String title, String sign, String heading, Markup text, Markup more) {
        return layout.signers(status, title, Markup.of("""
                <div class="card center"><p class="big" aria-hidden="true">{}</p>
                <h1>{}</h1>
                <p>{}</p>
                {}</div>
                """, sign, heading, text, more), false);
    }

    /** The way back to the application, as a link that a person chooses to follow. */
    private static Markup back(SessionSnapshot session) {
        return Parts.webAddress(session.setting("ReturnURL"))
                .map(address -> Markup.of("<p><a class=\"button main\" href=\"{}\" rel=\"noreferrer\">Continue to {}</a></p>\n",
                        address,
                        URI.create(address).getHost()))
                .orElse(Markup.NOTHING);
    }

    private static String title(SessionSnapshot session) {
        return OverviewPage.title(session);
    }

    static String sender(SessionSnapshot session) {
        String name = session.setting("OwnerName");
        return name.isBlank() ? session.contents().ownerAddress(session.history().owner()) : name;
    }
}
