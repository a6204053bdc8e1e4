package dev.esign.service.signin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import dev.esign.SignInUrl;
import dev.esign.SigningSessions;
import dev.esign.service.problem.Problems;
import io.smallrye.common.annotation.Blocking;

/** Addresses of eSign's own pages, at which the account's user is signed in. */
@Path("/sign-in-urls")
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in", description = "Into eSign's own pages.")
class SignInResource {

    private final SigningSessions sessions;
    private final SignInConfig config;

    SignInResource(SigningSessions sessions, SignInConfig config) {
        this.sessions = sessions;
        this.config = config;
    }

    @POST
    @Operation(operationId = "createSignInUrl", summary = "Make a sign-in address", description = "Makes an address of eSign's "
            + "pages at which a browser is signed in as the account's user, for example to place fields by hand. Whoever opens "
            + "it can do there what that user can. It works for a short time.")
    @APIResponse(responseCode = "200", description = "The address.", headers = @Header(name = HttpHeaders.CACHE_CONTROL, description = "no-store", schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = SignInAddress.class)))
    public RestResponse<SignInAddress> create(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "One session", value = "{\"sessionId\": \"0f8fad5b-d9cb-469f-a165-70867728950e\"}"))) SignInRequest request) {
        Problems.requireBody(request);
        CacheControl neverStored = new CacheControl();
        neverStored.setNoTransform(false);
        neverStored.setNoStore(true);
        return ResponseBuilder.ok(new SignInAddress(url(request).reveal())).cacheControl(neverStored).build();
    }

    private SignInUrl url(SignInRequest request) {
        return request.isPlain() ? sessions.signInUrl(new SignInReader().session(request))
                : sessions.signInUrl(new SignInReader().page(request, config.baseUrl().orElse(null)));
    }
}
