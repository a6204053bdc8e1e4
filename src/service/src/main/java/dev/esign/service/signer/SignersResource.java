package dev.esign.service.signer;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import dev.esign.SessionSigners;
import dev.esign.SigningSessions;
import dev.esign.model.Session.HeldSigner;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;
import dev.esign.service.lifecycle.Refusals;
import dev.esign.service.problem.ProblemException;
import dev.esign.service.problem.ProblemKind;
import dev.esign.service.problem.Problems;
import dev.esign.service.session.AuthenticationRequest;
import dev.esign.service.session.RequestReader;
import dev.esign.service.session.SessionPaths;
import io.smallrye.common.annotation.Blocking;

/** The signers of a session that exists. eSign wants more of a signer than the id, so the session is read first. */
@Path("/sessions")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signers", description = "The people who sign a session that exists.")
class SignersResource {

    private static final String SIGNER = SessionPaths.ID + "/signers/{signerId: " + SessionPaths.IDENTITY + "}";
    /** Stands in where an invitation needs no authentication. */
    private static final AuthenticationRequest NONE = new AuthenticationRequest("none", null, null);

    private final SigningSessions sessions;
    private final SessionSigners signers;
    private final Refusals refusals;

    SignersResource(SigningSessions sessions, SessionSigners signers, Refusals refusals) {
        this.sessions = sessions;
        this.signers = signers;
        this.refusals = refusals;
    }

    @PATCH
    @Path(SIGNER)
    @Operation(operationId = "updateSigner", summary = "Change a signer", description = "For example to correct an address.")
    @APIResponse(responseCode = "204", description = "The signer was changed.")
    public void update(@Parameter(description = "The session's identity.") @RestPath String id,
            @Parameter(description = "The signer's identity, as reading the session tells it.") @RestPath String signerId,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "Another address", value = Examples.CHANGE))) ChangeSignerRequest request) {
        check(request);
        SessionId session = SessionId.of(id);
        Signer signer = RequestReader.heldSigner(signerId, request.appliedTo(held(session, signerId)));
        perform(session, SessionStatus::refusesUpdate, null, () -> signers.update(session, List.of(signer)));
    }

    @POST
    @Path(SIGNER + "/invitation")
    @Operation(operationId = "inviteSigner", summary = "Invite a signer", description = "Mails the invitation to a signer of a "
            + "started session, for example once more.")
    @APIResponse(responseCode = "204", description = "The invitation is on its way.")
    public void invite(@Parameter(description = "The session's identity.") @RestPath String id,
            @Parameter(description = "The signer's identity, as reading the session tells it.") @RestPath String signerId,
            @RequestBody(required = false, content = @Content(examples = @ExampleObject(name = "With a return URL", value = Examples.INVITATION))) InviteSignerRequest request) {
        URI returnUrl = Problems.returnUrl(request == null ? null : request.returnUrl());
        SessionId session = SessionId.of(id);
        HeldSigner held = held(session, signerId);
        Signer signer = RequestReader.heldSigner(signerId,
                new ChangeSignerRequest(null, null, null, null, NONE, null, null, null,
                        null, null, null).appliedTo(held));
        perform(session, status -> !status.equals(SessionStatus.IN_SENT), "returnUrl",
                () -> signers.invite(session, List.of(signer), returnUrl));
    }

    private static void check(ChangeSignerRequest request) {
        Problems.requireBody(request);
        Problems problems = new Problems();
        if (request.authentication() == null) {
            problems.add("authentication", "is missing; say it again, or give the method none");
        }
        problems.throwIfAny();
    }

    private HeldSigner held(SessionId session, String signerId) {
        return sessions.get(session).signers().stream()
                .filter(signer -> signer.id().filter(signerId::equalsIgnoreCase).isPresent()).findFirst()
                .orElseThrow(() -> new ProblemException(ProblemKind.SIGNER_NOT_FOUND, session.value(), null, List.of()));
    }

    private void perform(SessionId session, Predicate<SessionStatus> refuses, String setting, Runnable call) {
        refusals.explained(session, refuses, () -> Problems.sendable(setting, () -> {
            call.run();
            return null;
        }));
    }
}
