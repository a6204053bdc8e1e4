package dev.esign.service.caller;

import static dev.esign.service.caller.Access.ADMIN;
import static dev.esign.service.caller.Access.ANY_ROLE;
import static dev.esign.service.caller.Access.OPEN;
import static dev.esign.service.caller.Access.READ;
import static dev.esign.service.caller.Access.SEND;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.ext.web.RoutingContext;

/** Says by method and path who may send a request. What isn't named here is for administrators. */
@Singleton
public class AccessRules {

    private static final Set<String> ANY = Set.of();
    private static final Set<String> GET = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");
    private static final Set<String> PATCH = Set.of("PATCH");

    private final List<Rule> rules;

    AccessRules(@ConfigProperty(name = "quarkus.esign.webhook.path") String webhooks) {
        this.rules = List.of(
                // The console is a page without data: what it shows comes by requests with the caller's token.
                new Rule(GET, "/", OPEN),
                new Rule(GET, "/index.html", OPEN),
                new Rule(GET, "/favicon.ico", OPEN),
                new Rule(GET, "/favicon.svg", OPEN),
                new Rule(GET, "/console/**", OPEN),
                new Rule(GET, "/q/health", OPEN),
                new Rule(GET, "/q/health/**", OPEN),
                // Its calls carry a secret of their own; eSign has no token.
                new Rule(ANY, webhooks + "/**", OPEN),

                new Rule(GET, "/q/openapi", ANY_ROLE),

                new Rule(GET, "/sessions", READ),
                new Rule(GET, "/sessions/*", READ),
                new Rule(GET, "/sessions/*/log", READ),
                new Rule(GET, "/events", READ),

                new Rule(POST, "/sessions", SEND),
                new Rule(PATCH, "/sessions/*", SEND),
                new Rule(POST, "/sessions/*/start", SEND),
                new Rule(POST, "/sessions/*/copy", SEND),
                new Rule(POST, "/sessions/*/pause", SEND),
                new Rule(POST, "/sessions/*/cancel", SEND),
                new Rule(POST, "/sessions/*/close", SEND),
                new Rule(PATCH, "/sessions/*/signers/*", SEND),
                new Rule(POST, "/sessions/*/signers/*/invitation", SEND),
                new Rule(POST, "/sign-in-urls", SEND),
                new Rule(POST, "/anchor-tags/check", SEND));
    }

    /** Whether everybody may send this request, whoever it is: the console's page, a probe, eSign's call. */
    public boolean isOpenToAll(RoutingContext context) {
        return access(context) == Access.OPEN;
    }

    Access access(RoutingContext context) {
        return access(context.request().method().name(), context.normalizedPath());
    }

    /**
     * Looks for the rule of a request.
     *
     * @param method the HTTP method
     * @param path the path as the router reads it: without dots, doubled slashes and needless percent signs
     */
    Access access(String method, String path) {
        // Where a path has parameters (;a=b), operations are found by the path without them.
        if (path.indexOf(';') < 0) {
            String[] segments = segments(path);
            for (Rule rule : rules) {
                if (rule.matches(method, segments)) {
                    return rule.access;
                }
            }
        }
        return ADMIN;
    }

    private static String[] segments(String path) {
        return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toArray(String[]::new);
    }

    private static final class Rule {

        private final Set<String> methods;
        private final String[] template;
        private final boolean below;
        private final Access access;

        /** A {@code *} stands for a segment, {@code **} at the end for one or more of them; no methods are all methods. */
        Rule(Set<String> methods, String template, Access access) {
            this.methods = methods;
            this.below = template.endsWith("/**");
            this.template = segments(below ? template.substring(0, template.length() - 3) : template);
            this.access = access;
        }

        boolean matches(String method, String[] segments) {
            if (!methods.isEmpty() && !methods.contains(method)
                    || (below ? segments.length <= template.length : segments.length != template.length)) {
                return false;
            }
            for (int i = 0; i < template.length; i++) {
                if (!template[i].equals("*") && !template[i].equals(segments[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
