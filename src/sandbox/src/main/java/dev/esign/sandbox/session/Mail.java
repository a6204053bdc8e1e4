package dev.esign.sandbox.session;

import java.time.Instant;
import java.util.List;

/**
 * A message that the real service would send; here it is only kept. Immutable.
 *
 * @param to the recipient's e-mail address, or phone number for a code by SMS
 * @param cc further recipients
 * @param attachments ids of the documents that are attached
 */
public record Mail(String id, String sessionId, Kind kind, String to, List<String> cc, String subject, String text,
        List<Link> links, List<String> attachments, Instant at) {

    public Mail {
        cc = List.copyOf(cc);
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
    }

    /** Why a message was sent. */
    public enum Kind {
        INVITATION,
        REMINDER,
        SMS_CODE,
        SIGNED,
        COMPLETED,
        DECLINED,
        DELEGATED,
        AUTHENTICATION_FAILED,
        CANCELLED,
        EXPIRED,
        PURGE_NOTICE
    }

    /**
     * A link in a message.
     *
     * @param path on this sandbox, beginning with a slash
     */
    public record Link(String label, String path) {

        /** An invitation's link lets its reader sign. */
        @Override
        public String toString() {
            return "Link[…]";
        }
    }

    /** People stay out of logs. */
    @Override
    public String toString() {
        return "Mail[" + kind + ", " + at + "]";
    }
}
