package dev.esign.sandbox.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The settings, documents and signers of a session. Immutable: a change makes new contents.
 *
 * @param password the password of the session, if it has one
 */
public record SessionContents(ObjectNode settings, List<Document> documents, List<Signer> signers,
        Optional<PasswordHash> password) {

    public static final SessionContents EMPTY = new SessionContents(JsonNodeFactory.instance.objectNode(), List.of(),
            List.of(), Optional.empty());

    private static final int LONGEST_REMINDER_INTERVAL = 30;

    /**
     * The contents after a change.
     *
     * @param takenRoles takes a text for each signer left out because another one holds the role
     */
    public SessionContents with(SessionChange change, List<String> takenRoles) {
        return new SessionContents(changedSettings(change), changedDocuments(change),
                changedSigners(change.signers(), takenRoles), change.password().or(() -> password));
    }

    /**
     * The contents after a change of signers alone.
     *
     * @param takenRoles takes a text for each signer left out because another one holds the role
     */
    public SessionContents with(List<SessionChange.GivenSigner> given, List<String> takenRoles) {
        return with(changedSigners(given, takenRoles));
    }

    public SessionContents with(List<Signer> newSigners) {
        return new SessionContents(settings, documents, List.copyOf(newSigners), password);
    }

    public SessionContents withDocuments(List<Document> newDocuments) {
        return new SessionContents(settings, List.copyOf(newDocuments), signers, password);
    }

    public SessionContents withSetting(String name, String value) {
        return new SessionContents(settings.deepCopy().put(name, value), documents, signers, password);
    }

    /** Whether invitations go out by themselves. */
    public boolean sendsInvitations() {
        return settings.path("SendSignerInvites").asBoolean(true) && SigningOrder.of(this) != SigningOrder.SUSPENDED;
    }

    /** The signer whom a request means: the one with the given id, or else with the same role and address. */
    public Optional<Signer> find(SessionChange.GivenSigner given) {
        int index = indexOf(signers, given);
        return index < 0 ? Optional.empty() : Optional.of(signers.get(index));
    }

    public SessionContents plus(Signer signer) {
        List<Signer> more = new ArrayList<>(signers);
        more.add(signer);
        return with(more);
    }

    /** How many bytes all documents have, those that signers uploaded included. */
    public long size() {
        return documents.stream().mapToLong(document -> document.content().size()).sum() + signers.stream()
                .flatMap(signer -> signer.progress().uploads().stream()).mapToLong(upload -> upload.content().size()).sum();
    }

    /** Where messages to the owner go. */
    public String ownerAddress(String userName) {
        String address = settings.path("OwnerEmail").asText().strip();
        return address.isEmpty() ? userName : address;
    }

    /** The addresses that get copies of the signed documents. */
    public List<String> copyTo() {
        return Arrays.stream(settings.path("CopyTo").asText().split("[,;]")).map(String::strip)
                .filter(address -> !address.isEmpty()).toList();
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

    private List<Signer> changedSigners(List<SessionChange.GivenSigner> givenSigners, List<String> takenRoles) {
        List<Signer> changed = new ArrayList<>(signers);
        for (SessionChange.GivenSigner given : givenSigners) {
            int known = indexOf(changed, given);
            Signer before = known < 0 ? Signer.pending(given.members()) : changed.get(known).with(given.members());
            Signer signer = before.with(before.progress().with(given.password(), given.phone()));
            if (changed.stream().anyMatch(other -> !other.id().equals(signer.id()) && hasSameRole(other, signer))) {
                takenRoles.add("Error: Signer %s was not added: the role \"%s\" is held by another signer."
                        .formatted(signer.label(), signer.role()));
            } else if (known < 0) {
                changed.add(signer);
            } else {
                changed.set(known, signer);
            }
        }
        return List.copyOf(changed);
    }

    private static int indexOf(List<Signer> signers, SessionChange.GivenSigner given) {
        String role = given.members().path("SignerRole").asText().strip();
        String email = given.members().path("EmailAddress").asText().strip();
        for (int i = 0; i < signers.size(); i++) {
            if (signers.get(i).id().equalsIgnoreCase(given.id())) {
                return i;
            }
        }
        for (int i = 0; i < signers.size(); i++) {
            Signer signer = signers.get(i);
            if (signer.status() != SignerStatus.DELEGATED && signer.role().equalsIgnoreCase(role)
                    && signer.email().equalsIgnoreCase(email)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A signer without a role takes none away: roles can be given in the web interface later. One who delegated holds none
     * any more.
     */
    private static boolean hasSameRole(Signer one, Signer other) {
        return one.status() != SignerStatus.DELEGATED && other.status() != SignerStatus.DELEGATED && !one.role().isEmpty()
                && one.role().equalsIgnoreCase(other.role());
    }

    /** Titles and people stay out of logs. */
    @Override
    public String toString() {
        return "SessionContents[documents=" + documents.size() + ", signers=" + signers.size() + "]";
    }
}
