package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.esign.deployment.RecordingServer.Request;
import dev.esign.rest.AnswerReader;
import dev.esign.rest.ErrorStatusException;
import dev.esign.rest.ErrorStatusMapper;
import dev.esign.rest.PathEncodingFilter;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.TokenFilter;
import dev.esign.spi.TokenSource;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/** An application calls eSign by an interface of its own, and brings tokens of its own. */
class OwnInterfaceTest {

    private static final RecordingServer SERVER = RecordingServer.shared();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, CancelApi.class, OwnTokens.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url());

    @Inject
    @RestClient
    CancelApi cancel;

    @Test
    void theTokenIsAddedAndFailuresAreMapped() {
        SERVER.reset();
        Throwable failure = cancel.cancel("a+b", "https://example.com/").onItemOrFailure()
                .transform((answer, thrown) -> thrown).await().indefinitely();

        assertThat(failure).isInstanceOfSatisfying(ErrorStatusException.class,
                status -> assertThat(status.status()).isEqualTo(404));
        assertThat(SERVER.requests()).singleElement().satisfies(request -> {
            assertThat(request.target()).startsWith("/rest/v1/sessions/a%2Bb/cancel?returnURL=");
            assertThat(request.headers()).containsEntry("authorization", "my-token").containsEntry("content-length", "0")
                    .containsEntry("content-type", "application/json");
        });
    }

    @Path("rest/v1/sessions")
    @RegisterRestClient(configKey = "esign")
    @RegisterProvider(TokenFilter.class)
    @RegisterProvider(PathEncodingFilter.class)
    @RegisterProvider(AnswerReader.class)
    @RegisterProvider(ErrorStatusMapper.class)
    @ClientHeaderParam(name = "Content-Type", value = "application/json")
    public interface CancelApi {
        @PUT
        @Path("{sessionId}/cancel")
        Uni<RequestResponse> cancel(@PathParam("sessionId") String sessionId, @QueryParam("returnURL") String returnUrl);
    }

    @ApplicationScoped
    static class OwnTokens implements TokenSource {

        @Override
        public Uni<String> token() {
            return Uni.createFrom().item("my-token");
        }
    }
}
