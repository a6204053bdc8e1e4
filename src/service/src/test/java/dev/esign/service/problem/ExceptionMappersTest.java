package dev.esign.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.esign.AuthenticationException;
import dev.esign.EsignException;
import dev.esign.EsignTimeoutException;
import dev.esign.FailedCall;
import dev.esign.InvalidSessionStateException;
import dev.esign.NotFoundException;
import dev.esign.Operation;
import dev.esign.OutcomeUnknownException;
import dev.esign.ProtocolException;
import dev.esign.RateLimitedException;
import dev.esign.SessionNotReadyException;
import dev.esign.UnavailableException;
import dev.esign.ValidationException;
import dev.esign.model.SessionId;
import io.quarkus.runtime.configuration.ConfigurationException;

class ExceptionMappersTest {

    private static final FailedCall START = new FailedCall(Operation.START_SESSION, SessionId.of("session-1"), "order-1", 200,
            List.of("Ada <ada@example.com> lacks something"));
    private static final FailedCall CREATE = new FailedCall(Operation.CREATE_SESSION, null, "order-1", 200, List.of());
    private static final FailedCall GET_TOKEN = FailedCall.of(Operation.GET_TOKEN);

    private final ExceptionMappers mappers = new ExceptionMappers();

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new AuthenticationException(START, "x", null), 502, "account-refused", null),
                Arguments.of(new SessionNotReadyException(START, "x", null), 409, "session-not-ready", null),
                Arguments.of(new InvalidSessionStateException(START, "x", null), 409, "invalid-session-state", null),
                Arguments.of(new ValidationException(START, "x", null), 422, "refused", null),
                Arguments.of(new ValidationException(CREATE, "x", null), 422, "refused", null),
                Arguments.of(new NotFoundException(START, "x", null), 404, "session-not-found", null),
                Arguments.of(new RateLimitedException(START, "x", null), 429, "rate-limited", "5"),
                Arguments.of(new UnavailableException(START, "x", null), 503, "unavailable", "5"),
                Arguments.of(new EsignTimeoutException(START, "x", null), 504, "timeout", null),
                Arguments.of(new OutcomeUnknownException(START, "x", null), 502, "outcome-unknown", null),
                Arguments.of(new ProtocolException(START, "x", null), 502, "unexpected-answer", null),
                // What the caller has no part in isn't the caller's fault.
                Arguments.of(new NotFoundException(CREATE, "x", null), 502, "account-refused", null),
                Arguments.of(new NotFoundException(GET_TOKEN, "x", null), 502, "account-refused", null),
                Arguments.of(new ValidationException(GET_TOKEN, "x", null), 502, "account-refused", null));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsEachFailureOfESign(EsignException failure, int status, String kind, String retryAfter) {
        Response response = mappers.esign(failure);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        assertThat(response.getHeaderString("Retry-After")).isEqualTo(retryAfter);
        Problem problem = (Problem) response.getEntity();
        assertThat(problem.type()).hasToString("urn:esign:problem:" + kind);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.operation()).isEqualTo(failure.operation().documentedName());
        assertThat(problem.sessionId()).isEqualTo(failure.sessionId().map(SessionId::value).orElse(null));
        assertThat(problem.transactionId()).isEqualTo(failure.transactionId().orElse(null));
        assertThat(problem.texts()).isEqualTo(failure.texts());
        assertThat(problem.detail()).isNotBlank().doesNotContain("Ada");
        assertThat(problem.instance() != null).isEqualTo(status >= 500);
    }

    @Test
    void knowsEveryKindOfFailure() {
        Set<Class<?>> tested = kinds().map(arguments -> arguments.get()[0].getClass()).collect(Collectors.toSet());

        assertThat(tested).containsExactlyInAnyOrder(EsignException.class.getPermittedSubclasses());
    }

    @Test
    void keepsUnexpectedFailuresToItself() {
        for (Response response : List.of(mappers.unexpected(new IllegalStateException("secret")),
                mappers.http(new WebApplicationException("secret", 500)),
                mappers.notConfigured(new ConfigurationException("secret")))) {
            assertThat(response.getStatus()).isEqualTo(500);
            Problem problem = (Problem) response.getEntity();
            assertThat(problem.type()).hasToString("urn:esign:problem:internal-error");
            assertThat(problem.instance()).isNotNull();
            assertThat(problem.detail()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryKind(ProblemKind kind) {
        assertThat(kind.title()).isNotBlank();
        assertThat(kind.detail()).endsWith(".");
        assertThat(kind.type().toString()).matches("urn:esign:problem:[a-z-]+");
    }
}
