package dev.esign.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import dev.esign.rest.SessionsApi;
import dev.esign.rest.TokenFilter;
import dev.esign.spi.TokenSource;
import io.quarkus.arc.Arc;
import io.quarkus.proxy.ProxyConfiguration;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.restclient.config.RestClientsConfig;
import io.quarkus.restclient.config.RestClientsConfig.RestClientConfig;
import io.quarkus.restclient.config.RestClientsConfig.RestClientLoggingConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfig;

/**
 * The REST clients of a named account: set up by the standard keys of the REST client {@code esign} as those of the default
 * account are, but with the account's own address, tokens, TLS and proxy. Each is made when it is first wanted. Thread-safe.
 */
final class AccountRestClients {

    private final EsignConfig account;
    private final TokenSource tokens;
    private final RestClientsConfig all;
    private final Map<Class<?>, Object> clients = new HashMap<>();
    private boolean closed;

    AccountRestClients(EsignConfig account, TokenSource tokens) {
        this.account = account;
        this.tokens = tokens;
        this.all = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(RestClientsConfig.class);
    }

    /** The client of a declarative interface that is registered with Quarkus. */
    synchronized <T> T of(Class<T> api) {
        if (closed) {
            throw new IllegalStateException("the eSign account is closed");
        }
        return api.cast(clients.computeIfAbsent(api, this::build));
    }

    /** Closes them all, with their connections. */
    synchronized void close() {
        closed = true;
        List<IOException> failures = new ArrayList<>();
        for (Object client : clients.values()) {
            try {
                ((Closeable) client).close();
            } catch (IOException failure) {
                failures.add(failure);
            }
        }
        clients.clear();
        if (!failures.isEmpty()) {
            throw new UncheckedIOException(failures.get(0));
        }
    }

    private Object build(Class<?> api) {
        RestClientConfig config = all.getClient(SessionsApi.class);
        QuarkusRestClientBuilder builder = QuarkusRestClientBuilder.newBuilder().baseUri(address(config))
                .property(TokenFilter.TOKENS, tokens);
        builder.connectTimeout(
                account.connectTimeout().map(Duration::toMillis).or(config::connectTimeout).orElseGet(all::connectTimeout),
                TimeUnit.MILLISECONDS);
        builder.readTimeout(config.readTimeout().orElseGet(all::readTimeout), TimeUnit.MILLISECONDS);
        tls(builder, config);
        proxy(builder, config);
        logging(builder, config);
        connections(builder, config);
        requests(builder, config);
        return builder.build(api);
    }

    private URI address(RestClientConfig config) {
        return account.url().map(URI::toString).map(StandardKeys::base).map(URI::create)
                .or(() -> account.environment().map(one -> one.url()))
                .orElseGet(() -> URI.create(config.uri().or(config::url).orElseThrow()));
    }

    private void tls(QuarkusRestClientBuilder builder, RestClientConfig config) {
        Optional<String> name = account.tlsConfigurationName().or(config::tlsConfigurationName).or(all::tlsConfigurationName);
        TlsConfiguration.from(Arc.container().select(TlsConfigurationRegistry.class).get(), name)
                .ifPresent(builder::tlsConfiguration);
        config.verifyHost().or(all::verifyHost).ifPresent(builder::verifyHost);
    }

    private void proxy(QuarkusRestClientBuilder builder, RestClientConfig config) {
        Optional<String> address = account.proxyConfigurationName().isPresent() ? Optional.empty()
                : config.proxyAddress().or(all::proxyAddress);
        if (address.isPresent()) {
            int colon = address.get().lastIndexOf(':');
            builder.proxyAddress(colon < 0 ? address.get() : address.get().substring(0, colon),
                    colon < 0 ? 0 : Integer.parseInt(address.get().substring(colon + 1)));
            config.proxyUser().or(all::proxyUser).ifPresent(builder::proxyUser);
            config.proxyPassword().or(all::proxyPassword).ifPresent(builder::proxyPassword);
            config.nonProxyHosts().or(all::nonProxyHosts).ifPresent(builder::nonProxyHosts);
            config.proxyConnectTimeout().or(all::proxyConnectTimeout).ifPresent(builder::proxyConnectTimeout);
            return;
        }
        Arc.container().select(ProxyConfigurationRegistry.class).get()
                .get(account.proxyConfigurationName().or(config::proxyConfigurationName).or(all::proxyConfigurationName))
                .map(ProxyConfiguration::assertHttpType)
                .ifPresent(proxy -> {
                    builder.proxyAddress(proxy.host(), proxy.port());
                    proxy.username().ifPresent(builder::proxyUser);
                    proxy.password().ifPresent(builder::proxyPassword);
                    proxy.nonProxyHosts().filter(hosts -> !hosts.isEmpty())
                            .ifPresent(hosts -> builder.nonProxyHosts(String.join(",", hosts)));
                    proxy.proxyConnectTimeout().ifPresent(builder::proxyConnectTimeout);
                });
    }

    /** By the property, where it is looked for when the log is masked; of bodies nothing is logged but their length. */
    private static void logging(QuarkusRestClientBuilder builder, RestClientConfig config) {
        config.logging().flatMap(RestClientLoggingConfig::scope).map(LoggingScope::forName)
                .ifPresent(scope -> builder.property(QuarkusRestClientProperties.LOGGING_SCOPE, scope));
    }

    private static void connections(QuarkusRestClientBuilder builder, RestClientConfig config) {
        config.connectionPoolSize()
                .ifPresent(size -> builder.property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, size));
        config.connectionTTL()
                .ifPresent(millis -> builder.property(QuarkusRestClientProperties.CONNECTION_TTL, millis / 1000));
        config.keepAliveEnabled()
                .ifPresent(enabled -> builder.property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, enabled));
        config.http2().ifPresent(enabled -> builder.property(QuarkusRestClientProperties.HTTP2, enabled));
        config.alpn().ifPresent(enabled -> builder.property(QuarkusRestClientProperties.ALPN, enabled));
    }

    private static void requests(QuarkusRestClientBuilder builder, RestClientConfig config) {
        config.maxChunkSize().ifPresent(
                size -> builder.property(QuarkusRestClientProperties.MAX_CHUNK_SIZE, (int) size.asLongValue()));
        config.followRedirects().ifPresent(builder::followRedirects);
        config.maxRedirects().ifPresent(max -> builder.property(QuarkusRestClientProperties.MAX_REDIRECTS, max));
        config.userAgent().ifPresent(builder::userAgent);
        config.enableResponseDecompression().ifPresent(builder::enableCompression);
        if (!config.headers().isEmpty()) {
            builder.property(QuarkusRestClientProperties.STATIC_HEADERS, config.headers());
        }
    }
}
