package dev.esign.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A message that the real service would have sent; the sandbox only keeps it. Immutable.
 *
 * @param sessionId the session it is about
 * @param kind {@code INVITATION}, {@code REMINDER}, {@code SMS_CODE}, {@code SIGNED}, {@code COMPLETED}, {@code DECLINED},
 *        {@code DELEGATED}, {@code AUTHENTICATION_FAILED}, {@code CANCELLED}, {@code EXPIRED} or {@code PURGE_NOTICE}
 * @param to the recipient's e-mail address, or phone number for a code by SMS
 * @param cc further recipients
 * @param attachments ids of the attached documents
 */
public record SandboxMail(String id, String sessionId, String kind, String to, List<String> cc, String subject, String text,
        List<Link> links, List<String> attachments, Instant at) {

    /**
     * Makes a message whose lists can't be changed.
     *
     * @param id its id
     * @param sessionId the session it is about
     * @param kind {@code INVITATION}, {@code REMINDER}, {@code SMS_CODE}, {@code SIGNED}, {@code COMPLETED}, {@code DECLINED},
     *        {@code DELEGATED}, {@code AUTHENTICATION_FAILED}, {@code CANCELLED}, {@code EXPIRED} or {@code PURGE_NOTICE}
     * @param to the recipient's e-mail address, or phone number for a code by SMS
     * @param cc further recipients
     * @param subject its subject
     * @param text its text
     * @param links the links in its text
     * @param attachments ids of the attached documents
     * @param at when it was sent
     */
    public SandboxMail {
        cc = List.copyOf(cc);
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
    }

    /**
     * A link in a message.
     *
     * @param label what it says
     * @param url where it leads; in an invitation, whoever has it may sign
     */
    public record Link(String label, URI url) {

        @Override
        public String toString() {
            return "Link[…]";
        }
    }

    /** People stay out of logs. */
    @Override
    public String toString() {
        return "SandboxMail[" + kind + ", " + at + "]";
    }
}
