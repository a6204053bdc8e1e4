package dev.esign.sandbox.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a session must fulfil to be sent. */
final class StartRules {

    private static final String OWNER_ROLE = "Owner";

    private StartRules() {
    }

    /** Makes the owner the first signer, if the session says so and the owner isn't a signer already. */
    static void includeOwner(SessionEdit edit) {
        List<Signer> signers = edit.signers();
        String address = edit.contents().ownerAddress(edit.owner());
        boolean wanted = edit.contents().settings().path("FirstSigner").asBoolean();
        if (!wanted || signers.stream().anyMatch(signer -> signer.email().equalsIgnoreCase(address))) {
            return;
        }
        int first = IntStream.range(0, signers.size()).map(i -> signers.get(i).position(i + 1)).min().orElse(1);
        String name = edit.contents().settings().path("OwnerName").asText().strip();
        int space = name.lastIndexOf(' ');
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        if (space > 0) {
            members.put("FirstName", name.substring(0, space).strip());
        }
        members.put("LastName", name.isEmpty() ? address.replaceFirst("@.*", "") : name.substring(space + 1));
        members.put("EmailAddress", address);
        members.put("SignerRole", OWNER_ROLE);
        members.put("Sequence", first - 1);
        List<Signer> all = new ArrayList<>(signers.size() + 1);
        all.add(Signer.pending(members));
        for (int i = 0; i < signers.size(); i++) {
            // A place that was the one in the list must not move with it.
            all.add(signers.get(i).with(JsonNodeFactory.instance.objectNode().put("Sequence", signers.get(i).position(i + 1))));
        }
        edit.contents(edit.contents().with(all));
    }

    /** Takes away the fields of roles that nobody holds, if the session says so; else they stay, for nobody to fill in. */
    static void removeUnassigned(SessionEdit edit) {
        if (edit.contents().settings().path("RemoveUnassignedSignerRoles").asBoolean()) {
            SessionSnapshot session = edit.snapshot();
            edit.contents(edit.contents().withDocuments(session.contents().documents().stream()
                    .map(document -> document.with(document.tags(), document.fields().stream()
                            .filter(field -> session.signerInRole(field.role()).isPresent()).toList()))
                    .toList()));
        }
    }

    /** Why the session can't be sent yet, or at all; empty if it can. */
    static List<String> refusals(SessionEdit edit, String returnUrl, Duration tagProcessing) {
        SessionContents contents = edit.contents();
        List<String> refusals = new ArrayList<>();
        try {
            WebAddress.check(returnUrl);
        } catch (RefusedException e) {
            refusals.addAll(e.details());
        }
        if (contents.documents().isEmpty()) {
            refusals.add("The signing session has no document.");
        }
        if (contents.signers().isEmpty()) {
            refusals.add("The signing session has no signer.");
        }
        for (Signer signer : contents.signers()) {
            if (!signer.hasLastNameAndEmail()) {
                refusals.add("Signer \"" + signer.label() + "\" has no last name or no valid email address.");
            }
            if (signer.authenticationSteps().contains(AuthenticationStep.PASSWORD)
                    && signer.progress().password().isEmpty()) {
                refusals.add("Signer \"" + signer.label() + "\" is to give a password, but none is set.");
            }
        }
        for (Document document : contents.documents()) {
            if (document.isBeingProcessed(edit.at(), tagProcessing)) {
                refusals.add("Document \"" + document.label() + "\": anchor tags are still being processed.");
            } else if (document.tags().phase() == TagState.Phase.UNREADABLE) {
                refusals.add("Document \"" + document.label() + "\": " + document.tags().problem());
            }
        }
        return refusals;
    }
}
