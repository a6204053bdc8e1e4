package dev.esign.spi;

import io.smallrye.mutiny.Uni;

/**
 * Where the token for the next call comes from. The default fetches one from eSign for each call, as eSign wants it; an
 * application replaces it by a CDI bean of its own. Implementations are thread-safe and don't block the caller's thread.
 */
public interface TokenSource {

    /**
     * A token for one call.
     *
     * @return the token, never null or blank; when it fails, the call that needs it fails and isn't sent
     */
    Uni<String> token();

    /**
     * eSign refused a token: whatever is kept is not to be given out again. The call is repeated once with a new one. Does
     * nothing by default, which suits a source that keeps none.
     */
    default void refused() {
    }
}
