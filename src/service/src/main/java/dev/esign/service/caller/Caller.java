package dev.esign.service.caller;

import java.util.Optional;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/** Who sent a request. */
public final class Caller {

    private Caller() {
    }

    /**
     * The caller's name: the subject of its token, or what the proxy in front calls it. It may be personal.
     *
     * @return empty when the caller said nothing, or needn't
     */
    public static Optional<String> nameOf(RoutingContext context) {
        return identityOf(context).map(SecurityIdentity::getPrincipal)
                .map(principal -> principal instanceof JsonWebToken token && token.getSubject() != null ? token.getSubject()
                        : principal.getName());
    }

    static Optional<SecurityIdentity> identityOf(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()
                ? Optional.of(user.getSecurityIdentity())
                : Optional.empty();
    }
}
