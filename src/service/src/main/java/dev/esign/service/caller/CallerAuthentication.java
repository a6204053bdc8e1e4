package dev.esign.service.caller;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Finds out who the caller is. It takes the place of Quarkus' own mechanism for tokens: a token that isn't needed isn't looked
 * at, and none is looked at where a proxy in front has done that.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class CallerAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";
    private static final String UNNAMED = "unnamed";

    private final CallersConfig config;
    private final AccessRules rules;
    private final Challenge challenge;

    CallerAuthentication(CallersConfig config, AccessRules rules, Challenge challenge) {
        this.config = config;
        this.rules = rules;
        this.challenge = challenge;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (rules.isOpenToAll(context)) {
            return Uni.createFrom().nullItem();
        }
        return switch (config.mode()) {
            case OPEN -> Uni.createFrom().nullItem();
            case PROXY -> Uni.createFrom().item(toldByProxy(context));
            case JWT -> toldByToken(context, identities);
        };
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        challenge.send(context);
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    private Uni<SecurityIdentity> toldByToken(RoutingContext context, IdentityProviderManager identities) {
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.size() != 1 || !headers.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        String token = headers.get(0).substring(BEARER.length()).strip();
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(
                new TokenAuthenticationRequest(new JsonWebTokenCredential(token)), context));
    }

    private SecurityIdentity toldByProxy(RoutingContext context) {
        String name = config.proxy().nameHeader().isEmpty() ? UNNAMED
                : context.request().getHeader(config.proxy().nameHeader().get());
        if (name == null || name.isBlank()) {
            return null;
        }
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name)).addRoles(rolesToldByProxy(context))
                .build();
    }

    private Set<String> rolesToldByProxy(RoutingContext context) {
        if (config.proxy().rolesHeader().isEmpty()) {
            return config.roles().admin();
        }
        return context.request().headers().getAll(config.proxy().rolesHeader().get()).stream()
                .flatMap(header -> Stream.of(header.split(","))).map(String::strip).collect(Collectors.toSet());
    }
}
