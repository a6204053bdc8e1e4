package dev.esign.deployment;

import static dev.esign.deployment.Eventually.await;
import static dev.esign.deployment.RecordingServer.NEVER_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import dev.esign.EsignTimeoutException;
import dev.esign.OutcomeUnknownException;
import dev.esign.deployment.RecordingServer.Request;
import dev.esign.model.Document;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;
import dev.esign.rest.AnswerReader;
import dev.esign.rest.ErrorStatusException;
import dev.esign.rest.ErrorStatusMapper;
import dev.esign.rest.PathEncodingFilter;
import dev.esign.rest.RequestResponse;
import dev.esign.rest.TokenFilter;
import dev.esign.spi.TokenSource;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

/**
 * Requests that get no response. The application brings tokens of its own, for eSign's interfaces and for one of its own, so
 * that
 * no request but the one that is looked at can be too late.
 */
class TimeoutTest {

    private static final RecordingServer SERVER = RecordingServer.shared();
    private static final SessionId ID = SessionId.of(RecordingServer.SESSION_ID);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(RecordingServer.class, Request.class, Eventually.class))
            .overrideConfigKey("quarkus.esign.url", SERVER.url())
            .overrideConfigKey("quarkus.esign.username", "owner@example.com")
            .overrideConfigKey("quarkus.esign.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.esign.create.look-up-after", "0S")
            .overrideConfigKey("quarkus.esign.timeout", "500MS")
            .overrideConfigKey("quarkus.esign.upload.slowest-rate", "1400")
            .overrideConfigKey("quarkus.esign.heir.username", "heir@example.com")
            .overrideConfigKey("quarkus.esign.patient.username", "patient@example.com")
            .overrideConfigKey("quarkus.esign.patient.timeout", "1500MS")
            .overrideConfigKey("quarkus.esign.distant.username", "distant@example.com")
            .overrideConfigKey("quarkus.esign.distant.upload.slowest-rate", "700");

    @Inject
    EsignAccounts accounts;

    @Inject
    @RestClient
    CancelApi cancel;

    @BeforeEach
    void resetServer() {
        SERVER.reset();
    }

    @ParameterizedTest
    @CsvSource({ "<default>, 500", "heir, 500", "patient, 1500" })
    void getFailsAfterTheTimeoutOfTheAccount(String account, long millis) {
        SERVER.answer("get", NEVER_ANSWER);
        long start = System.nanoTime();

        assertThatThrownBy(() -> accounts.get(account).sessions().get(ID)).isInstanceOf(EsignTimeoutException.class)
                .hasMessageContaining("no answer in time");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(millis));
    }

    /** At least 1,400 bytes, so one second more than the timeout for the default account. */
    @ParameterizedTest
    @CsvSource({ "<default>, 1500", "distant, 2500" })
    void createIsGivenTimeForTheLengthOfItsRequest(String account, long millis) {
        SERVER.answer("create", NEVER_ANSWER);
        long start = System.nanoTime();

        assertThat(catchThrowable(() -> accounts.get(account).sessions().create(NewSession.titled("T")
                .documents(Document.of("a.pdf", new byte[900])).build()))).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(millis));
    }

    /** A request that is so late that the server never gets it is tried once more. */
    @Test
    void requestWithoutResponseIsBrokenOff() {
        await().until(() -> {
            SERVER.answer("get", NEVER_ANSWER);
            assertThatThrownBy(() -> accounts.get(EsignAccount.DEFAULT).sessions().get(ID))
                    .isInstanceOf(EsignTimeoutException.class);
            return !SERVER.requests(RecordingServer.GAVE_UP).isEmpty();
        });
    }

    @Test
    void createWithoutResponseIsNotRepeatedAndNamesItsTransaction() {
        NewSession session = NewSession.titled("T").transactionId("deal-1").build();
        Throwable failure = await().until(() -> {
            SERVER.reset();
            SERVER.answer("create", NEVER_ANSWER);
            return catchThrowable(() -> accounts.get(EsignAccount.DEFAULT).sessions().create(session));
        }, failed -> !SERVER.requests("create").isEmpty());

        assertThat(failure).isInstanceOfSatisfying(OutcomeUnknownException.class,
                lost -> assertThat(lost.transactionId()).contains("deal-1"));
        assertThat(SERVER.requests("create")).hasSize(1);
    }

    @Test
    void interfaceOfTheApplicationSendsItsTokenAndMapsFailures() {
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

    @Singleton
    static class Tokens implements TokenSource {

        @Override
        public Uni<String> token() {
            return Uni.createFrom().item("my-token");
        }
    }

    @EsignAccount("heir")
    @Singleton
    static class HeirTokens extends Tokens {
    }

    @EsignAccount("patient")
    @Singleton
    static class PatientTokens extends Tokens {
    }

    @EsignAccount("distant")
    @Singleton
    static class DistantTokens extends Tokens {
    }
}
