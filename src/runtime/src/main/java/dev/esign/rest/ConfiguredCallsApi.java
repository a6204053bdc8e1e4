package dev.esign.rest;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/**
 * The methods of eSign whose verb and address aren't published, so that they are settings. A call gets a token as those of
 * {@link SessionsApi} do and fails as they do, except that its answer isn't read yet. Thread-safe.
 */
@Path("")
@RegisterRestClient(configKey = "esign")
@RegisterProvider(ConfiguredCallFilter.class)
@RegisterProvider(TokenFilter.class)
@RegisterProvider(PathEncodingFilter.class)
@RegisterProvider(StreamedAnswerFilter.class)
@RegisterProvider(StreamedErrorMapper.class)
@ClientHeaderParam(name = HttpHeaders.CONTENT_TYPE, value = MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ConfiguredCallsApi {

    /**
     * Makes a call, with the verb that it says.
     *
     * @param call verb and address
     * @return the answer as it arrives, to be read and closed on a thread that may wait; null when it has no body
     */
    @POST
    Uni<InputStream> call(ConfiguredCall call);
}
