package dev.esign.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.esign.spi.TokenSource;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/**
 * Gives each call a token of its own; by setting, one for all calls of a time, or one that was fetched ahead. Callers at the
 * same time share a fetch under way where they share its token. What failed is never kept. Thread-safe.
 */
@DefaultBean
@Singleton
class EsignTokenSource implements TokenSource {

    private static final Logger LOG = Logger.getLogger(EsignTokenSource.class);

    private final TokenFetcher fetcher;
    private final Duration reuse;
    private final Duration ahead;
    /** The token that is used again, or the one that is ready for the next call. */
    private final AtomicReference<KeptToken> kept = new AtomicReference<>();

    EsignTokenSource(TokenFetcher fetcher, EsignConfig config) {
        this.fetcher = fetcher;
        this.reuse = config.token().reuse();
        this.ahead = config.token().ahead();
    }

    @Override
    public Uni<String> token() {
        return Uni.createFrom().deferred(() -> {
            if (!reuse.isZero()) {
                return shared();
            }
            return ahead.isZero() ? fetcher.fetch() : ready();
        });
    }

    @Override
    public void refused() {
        kept.set(null);
    }

    private Uni<String> shared() {
        while (true) {
            KeptToken current = kept.get();
            if (current != null && !current.isOlderThan(reuse)) {
                return current.token();
            }
            KeptToken fresh = new KeptToken();
            if (kept.compareAndSet(current, fresh)) {
                return fresh.token();
            }
        }
    }

    private Uni<String> ready() {
        KeptToken ready = kept.getAndSet(null);
        Uni<String> token = ready == null || ready.isOlderThan(ahead) ? fetcher.fetch()
                : ready.token().onFailure().recoverWithUni(fetcher::fetch);
        return token.invoke(() -> {
            KeptToken next = new KeptToken();
            if (kept.compareAndSet(null, next)) {
                next.token().subscribe().with(fetched -> {
                }, failure -> LOG.debugf("A token couldn't be fetched ahead: %s", failure.getClass().getSimpleName()));
            }
        });
    }

    /** A token, or the fetch of one that is under way. */
    private final class KeptToken {

        private final Uni<String> token = fetcher.fetch()
                .invoke(() -> fetchedAt = System.nanoTime())
                .onFailure().invoke(() -> kept.compareAndSet(this, null))
                .memoize().indefinitely();
        private volatile Long fetchedAt;

        Uni<String> token() {
            return token;
        }

        boolean isOlderThan(Duration age) {
            Long fetched = fetchedAt;
            return fetched != null && System.nanoTime() - fetched > age.toNanos();
        }
    }
}
