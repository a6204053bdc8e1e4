package org.acme;

import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import dev.esign.NotFoundException;
import dev.esign.SigningSessions;
import dev.esign.model.Document;
import dev.esign.model.InvalidSessionException;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.model.SessionStatus;
import dev.esign.model.Signer;
import dev.esign.model.SignerRole;

@Path("/esign")
@Produces(MediaType.TEXT_PLAIN)
public class EsignResource {

    private final SigningSessions sessions;

    EsignResource(SigningSessions sessions) {
        this.sessions = sessions;
    }

    /** Has the agreement signed by both, and answers the identity of the signing session. */
    @POST
    public String send(@RestForm String seller, @RestForm String buyer) {
        NewSession agreement = NewSession.titled("Purchase agreement")
                // The fields that the signers fill are anchor tags in the document, such as <sig_req_Seller 1_175>.
                .documents(Document.of("purchase-agreement.docx", EsignResource::openAgreement).anchorTags())
                .signers(
                        Signer.as(SignerRole.seller(1)).name("Ada", "Lovelace").email(seller),
                        Signer.as(SignerRole.buyer(1)).name("Alan", "Turing").email(buyer))
                .build();
        return sessions.send(agreement).value();
    }

    /** How far it is: InSent until both have signed, then Completed. */
    @GET
    @Path("/{id}")
    public String status(String id) {
        try {
            return sessions.get(SessionId.of(id)).status().map(SessionStatus::name).orElse("unknown");
        } catch (NotFoundException unknown) {
            throw new jakarta.ws.rs.NotFoundException(unknown);
        }
    }

    @ServerExceptionMapper
    RestResponse<String> invalid(InvalidSessionException refused) {
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, refused.getMessage());
    }

    private static InputStream openAgreement() throws IOException {
        InputStream agreement = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream("purchase-agreement.docx");
        if (agreement == null) {
            throw new IOException("purchase-agreement.docx is not among the resources");
        }
        return agreement;
    }
}
