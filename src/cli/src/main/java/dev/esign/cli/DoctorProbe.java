package dev.esign.cli;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Asks eSign without a token: any answer shows that it is there. */
@Path("rest/v1")
@RegisterRestClient(configKey = "esign")
interface DoctorProbe {

    /** GetLandingURL. */
    @GET
    @Path("landingurl")
    Response landingUrl();
}
