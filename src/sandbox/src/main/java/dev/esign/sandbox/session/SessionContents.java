package dev.esign.sandbox.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The settings, documents and signers of a session. Immutable: a change makes new contents. */
public record SessionContents(ObjectNode settings, List<Document> documents, List<Signer> signers) {

    public static final SessionContents EMPTY = new SessionContents(JsonNodeFactory.instance.objectNode(), List.of(),
            List.of());

    private static final int LONGEST_REMINDER_INTERVAL = 30;

    /**
     * The contents after a change.
     *
     * @param takenRoles takes a text for each signer left out because another one holds the role
     */
    public SessionContents with(SessionChange change, List<String> takenRoles) {
        return new SessionContents(changedSettings(change), changedDocuments(change), changedSigners(change, takenRoles));
    }

    public SessionContents with(List<Signer> newSigners) {
        return new SessionContents(settings, documents, List.copyOf(newSigners));
    }

    public SessionContents withReturnUrl(String returnUrl) {
        return new SessionContents(settings.deepCopy().put("ReturnURL", returnUrl), documents, signers);
    }

    public String title() {
        return settings.path("Title").asText();
    }

    private ObjectNode changedSettings(SessionChange change) {
        ObjectNode changed = settings.deepCopy();
        changed.setAll(change.settings());
        if (changed.path("ReminderFrequencyDays").asInt() > LONGEST_REMINDER_INTERVAL) {
            changed.put("ReminderFrequencyDays", LONGEST_REMINDER_INTERVAL);
        }
        return changed;
    }

    private List<Document> changedDocuments(SessionChange change) {
        List<Document> changed = new ArrayList<>(documents);
        for (Document document : change.documents()) {
            int last = changed.stream().mapToInt(Document::sequence).max().orElse(0);
            changed.add(document.withSequence(last + 1));
        }
        changed.sort(Comparator.comparingInt(Document::sequence));
        return List.copyOf(changed);
    }

    private List<Signer> changedSigners(SessionChange change, List<String> takenRoles) {
        List<Signer> changed = new ArrayList<>(signers);
        for (SessionChange.GivenSigner given : change.signers()) {
            int known = indexOf(changed, given);
            Signer signer = known < 0 ? new Signer(UUID.randomUUID().toString(), SignerStatus.PENDING_INVITE, given.members())
                    : changed.get(known).with(given.members());
            if (changed.stream().anyMatch(other -> !other.id().equals(signer.id()) && hasSameRole(other, signer))) {
                takenRoles.add("Error: Signer %s was not added: the role \"%s\" is held by another signer."
                        .formatted(label(signer), signer.role()));
            } else if (known < 0) {
                changed.add(signer);
            } else {
                changed.set(known, signer);
            }
        }
        return List.copyOf(changed);
    }

    private static int indexOf(List<Signer> signers, SessionChange.GivenSigner given) {
        Signer wanted = new Signer(given.id(), SignerStatus.PENDING_INVITE, given.members());
        for (int i = 0; i < signers.size(); i++) {
            if (signers.get(i).id().equalsIgnoreCase(wanted.id())) {
                return i;
            }
        }
        for (int i = 0; i < signers.size(); i++) {
            Signer signer = signers.get(i);
            if (signer.role().equalsIgnoreCase(wanted.role()) && signer.email().equalsIgnoreCase(wanted.email())) {
                return i;
            }
        }
        return -1;
    }

    /** A signer without a role takes none away: roles can be given in the web interface later. */
    private static boolean hasSameRole(Signer one, Signer other) {
        return !one.role().isEmpty() && one.role().equalsIgnoreCase(other.role());
    }

    private static String label(Signer signer) {
        return signer.email().isEmpty() ? signer.name() : signer.email();
    }

    /** Titles and people stay out of logs. */
    @Override
    public String toString() {
        return "SessionContents[documents=" + documents.size() + ", signers=" + signers.size() + "]";
    }
}
