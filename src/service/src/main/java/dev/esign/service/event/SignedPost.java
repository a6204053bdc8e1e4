package dev.esign.service.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;

/** Posts events that are signed. Follows no redirect. Thread-safe. */
final class SignedPost {

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param retryAfter the header {@code Retry-After}
     */
    record Answer(int status, Optional<String> retryAfter) {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    private final HttpClient client;
    private final SigningKeys keys;
    private final Duration timeout;

    SignedPost(Vertx vertx, SigningKeys keys, Duration timeout, int connections, Optional<TlsConfiguration> tls) {
        // An address may hold a secret of the receiver's, which must not get into a span.
        HttpClientOptions options = new HttpClientOptions().setTracingPolicy(TracingPolicy.IGNORE).setMaxPoolSize(connections)
                .setConnectTimeout((int) timeout.toMillis());
        tls.ifPresent(configuration -> TlsConfigUtils.configure(options, configuration));
        this.client = vertx.createHttpClient(options);
        this.keys = keys;
        this.timeout = timeout;
    }

    /** Posts the JSON; fails when there is no answer in time. */
    Future<Answer> send(RequestOptions address, String id, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        long timestamp = System.currentTimeMillis() / 1000;
        RequestOptions options = new RequestOptions(address).setMethod(HttpMethod.POST)
                .putHeader("Content-Type", "application/json").putHeader("User-Agent", "esign-service")
                .putHeader(SigningKeys.ID, id).putHeader(SigningKeys.TIMESTAMP, String.valueOf(timestamp))
                .putHeader(SigningKeys.SIGNATURE, keys.sign(id, timestamp, body));
        return client.request(options).compose(request -> exchange(request, Buffer.buffer(body)))
                .timeout(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Answer> exchange(HttpClientRequest request, Buffer body) {
        return request.send(body).compose(SignedPost::answer).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> request.reset());
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        response.handler(nobodyReadsIt -> {
        });
        return response.end()
                .map(end -> new Answer(response.statusCode(), Optional.ofNullable(response.getHeader("Retry-After"))));
    }
}
