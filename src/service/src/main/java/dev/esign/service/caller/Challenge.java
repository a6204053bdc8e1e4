package dev.esign.service.caller;

import java.io.IOException;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.logging.Logger;

import dev.esign.service.problem.ProblemKind;
import dev.esign.service.problem.ProblemWriter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.vertx.ext.web.RoutingContext;

/** Tells callers why they aren't let in, by RFC 6750 where they send tokens. */
@Singleton
class Challenge {

    private static final Logger LOG = Logger.getLogger("dev.esign.service.callers");
    private static final String SCHEME = "Bearer realm=\"esign-service\"";

    private final CallersConfig config;
    private final ProblemWriter problems;

    Challenge(CallersConfig config, ProblemWriter problems) {
        this.config = config;
        this.problems = problems;
    }

    /** Answers a caller who didn't say who it is, or whose token was refused. */
    void send(RoutingContext context) {
        if (config.mode() == CallersMode.PROXY) {
            problems.write(context, ProblemKind.CALLER_UNKNOWN);
            return;
        }
        AuthenticationFailedException failure = HttpSecurityUtils.getAuthenticationFailureFromEvent(context);
        if (failure == null) {
            context.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME);
            problems.write(context, ProblemKind.TOKEN_MISSING);
            return;
        }
        if (isFor(failure, IOException.class)) {
            LOG.warn("Callers can't be let in: the keys of the issuer of tokens can't be fetched");
            problems.write(context, ProblemKind.ISSUER_UNAVAILABLE);
            return;
        }
        TokenDefect defect = TokenDefect.of(failure);
        LOG.debugf("A token was refused: %s", defect.words());
        context.response().putHeader(HttpHeaders.WWW_AUTHENTICATE,
                SCHEME + ", error=\"invalid_token\", error_description=\"" + defect.words() + "\"");
        problems.write(context, ProblemKind.TOKEN_REFUSED);
    }

    private static boolean isFor(Throwable failure, Class<? extends Throwable> reason) {
        return failure != null && (reason.isInstance(failure) || isFor(failure.getCause(), reason));
    }

    /** Answers a caller who lacks the role. */
    void refuse(RoutingContext context, Access access) {
        if (config.mode() == CallersMode.JWT) {
            context.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, SCHEME + ", error=\"insufficient_scope\", scope=\""
                    + String.join(" ", access.least().names(config.roles())) + "\"");
        }
        problems.write(context, ProblemKind.ROLE_MISSING);
    }
}
