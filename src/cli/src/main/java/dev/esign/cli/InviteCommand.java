package dev.esign.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import dev.esign.SessionSigners;
import dev.esign.model.Session.HeldSigner;
import dev.esign.model.SessionId;
import dev.esign.model.Signer;
import dev.esign.model.SignerStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code esign invite}. */
@Command(name = "invite", description = "Mails invitations once more, to all signers who still have to sign or to those named.", footer = {
        "  esign invite 4f0c8a1e-6d1b-4a55-9a3e-2f1f6f3f7c10 --role 'Buyer 1'" })
class InviteCommand extends SessionCommand {

    /** Those that a mail can still move to sign; of a status that isn't known, that can't be excluded. */
    private static final Set<SignerStatus> THROUGH = Set.of(SignerStatus.COMPLETED, SignerStatus.CANCELLED,
            SignerStatus.DECLINED, SignerStatus.DELEGATED);

    /**
     * Who was invited, for scripts.
     *
     * @param done {@code invited}
     * @param sessionId the session
     * @param roles the roles of those who were invited
     */
    @RegisterForReflection
    record View(String done, String sessionId, List<String> roles) {
    }

    @Option(names = "--role", paramLabel = "ROLE", description = "The role of a signer to invite; repeat it for each.")
    List<String> roles = List.of();

    @Mixin
    ReturnUrlOption returnUrl = new ReturnUrlOption();

    @Inject
    SessionSigners signers;

    @Override
    int run(SessionId id) {
        List<HeldSigner> chosen = chosen(sessions.get(id).signers());
        signers.invite(id, chosen.stream().map(InviteCommand::signer).toList(), returnUrl.url);
        List<String> invited = chosen.stream().map(InviteCommand::role).toList();
        screen.step(Tone.GOOD, "invited", String.join(", ", invited));
        return done(new View("invited", id.value(), invited));
    }

    private List<HeldSigner> chosen(List<HeldSigner> all) {
        Set<String> known = all.stream().map(InviteCommand::role).collect(Collectors.toCollection(TreeSet::new));
        roles.stream().filter(role -> !known.contains(role)).findFirst().ifPresent(role -> {
            throw misuse("--role '" + role + "': no signer of the session has it; there are " + String.join(", ", known));
        });
        List<HeldSigner> chosen = all.stream()
                .filter(signer -> roles.isEmpty() ? signer.status().filter(THROUGH::contains).isEmpty()
                        : roles.contains(role(signer)))
                .toList();
        if (chosen.isEmpty()) {
            throw new Refusal(ExitCodes.REFUSED, "no signer of the session still has to sign; nobody was invited");
        }
        return chosen;
    }

    private static String role(HeldSigner signer) {
        return signer.role().map(Object::toString).orElse("(no role)");
    }

    private static Signer signer(HeldSigner held) {
        return Signer.as(role(held)).id(held.id().orElseThrow(() -> new Refusal(ExitCodes.REFUSED,
                "eSign didn't tell the id of the signer " + role(held) + ", so it can't be invited")))
                .name(held.firstName().orElse(null), held.lastName().orElse(null)).email(held.email().orElse(null)).build();
    }
}
