package dev.esign.service.caller;

import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;

/** Lets requests through to operations by the roles of their callers. */
@Singleton
class AccessControl {

    private final CallersConfig config;
    private final AccessRules rules;
    private final Challenge challenge;

    AccessControl(CallersConfig config, AccessRules rules, Challenge challenge) {
        this.config = config;
        this.rules = rules;
        this.challenge = challenge;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SecurityHandlerPriorities.AUTHORIZATION);
    }

    private void check(RoutingContext context) {
        Access access = config.mode() == CallersMode.OPEN ? Access.OPEN : rules.access(context);
        if (access == Access.OPEN) {
            context.next();
            return;
        }
        Optional<SecurityIdentity> identity = Caller.identityOf(context);
        if (identity.isEmpty()) {
            challenge.send(context);
        } else if (access.permits(Role.of(identity.get().getRoles(), config.roles()))) {
            context.next();
        } else {
            challenge.refuse(context, access);
        }
    }
}
