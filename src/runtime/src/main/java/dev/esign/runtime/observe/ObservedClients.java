package dev.esign.runtime.observe;

import java.util.Map;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseFilter;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import dev.esign.rest.TokenFilter;
import io.quarkus.arc.Arc;
import io.quarkus.rest.client.reactive.runtime.AnnotationRegisteredProviders;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import io.vertx.core.tracing.TracingPolicy;

/**
 * Prepares the REST clients that call eSign, with whatever account, ours and those of the application: their requests are
 * observed, what Quarkus would log of them is masked, and Vert.x doesn't trace them. A client is known by a provider of ours,
 * or by our configuration key.
 */
public final class ObservedClients implements RestClientListener {

    private static final String CONFIG_KEY = "esign";
    private static final String PROVIDERS = TokenFilter.class.getPackageName();

    @Override
    public void onNewClient(Class<?> type, RestClientBuilder builder) {
        if (!callsEsign(type)) {
            return;
        }
        RestClientBuilderImpl client = (RestClientBuilderImpl) builder;
        client.register(Arc.container().instance(CallFilter.class).get(),
                Map.of(ClientRequestFilter.class, Integer.MIN_VALUE, ClientResponseFilter.class, Integer.MAX_VALUE));
        client.register(Arc.container().instance(SendingFilter.class).get(), Priorities.ENTITY_CODER + 1);
        // The address would be in every span that Vert.x makes; ours have its template.
        client.clientOptionsCustomizer(options -> options.setTracingPolicy(TracingPolicy.IGNORE));
        client.clientLogger(new MaskingClientLogger());
        client.property(QuarkusRestClientProperties.LOGGING_SCOPE, loggingScope(client));
    }

    private static boolean callsEsign(Class<?> type) {
        RegisterRestClient registered = type.getAnnotation(RegisterRestClient.class);
        return registered != null && registered.configKey().equals(CONFIG_KEY)
                || Arc.container().instance(AnnotationRegisteredProviders.class).get().getProviders(type).keySet().stream()
                        .anyMatch(provider -> provider.getPackageName().equals(PROVIDERS));
    }

    /** All but the bytes on the wire, which {@code all} would show and nobody could mask. */
    private static LoggingScope loggingScope(RestClientBuilderImpl client) {
        Object own = client.getConfiguration().getProperty(QuarkusRestClientProperties.LOGGING_SCOPE);
        LoggingScope wanted = own instanceof LoggingScope scope ? scope
                : ConfigProvider.getConfig().getOptionalValue("quarkus.rest-client.logging.scope", String.class)
                        .map(LoggingScope::forName).orElse(LoggingScope.NONE);
        return wanted == LoggingScope.ALL ? LoggingScope.REQUEST_RESPONSE : wanted;
    }
}
