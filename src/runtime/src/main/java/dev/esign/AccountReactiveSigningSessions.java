package dev.esign;

import java.net.URI;

import jakarta.enterprise.inject.Vetoed;

import dev.esign.model.SessionId;
import dev.esign.runtime.AccountStarts;
import dev.esign.runtime.NamedAccount;
import io.smallrye.mutiny.Uni;

/** The reactive twin of {@link AccountSigningSessions}. */
@Vetoed
class AccountReactiveSigningSessions extends ReactiveSigningSessions {

    private final AccountStarts starts;

    AccountReactiveSigningSessions(NamedAccount account) {
        super(account.operations(), account.creation(), account.lifecycle(), account.lists(), account.signIn());
        this.starts = account.starts();
    }

    @Override
    public Uni<Void> start(SessionId sessionId, URI returnUrl) {
        return starts.reactive(sessionId, () -> super.start(sessionId, returnUrl));
    }
}
