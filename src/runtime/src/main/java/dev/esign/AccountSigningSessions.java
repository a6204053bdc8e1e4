package dev.esign;

import java.net.URI;

import jakarta.enterprise.inject.Vetoed;

import dev.esign.model.SessionId;
import dev.esign.runtime.AccountStarts;
import dev.esign.runtime.NamedAccount;

/** The sessions of a named account: not made by the container, so that the waits and retries of start are added here. */
@Vetoed
class AccountSigningSessions extends SigningSessions {

    private final AccountStarts starts;

    AccountSigningSessions(NamedAccount account) {
        super(account.operations(), account.creation(), account.lifecycle(), account.lists(), account.signIn());
        this.starts = account.starts();
    }

    @Override
    public void start(SessionId sessionId, URI returnUrl) {
        starts.blocking(sessionId, () -> super.start(sessionId, returnUrl));
    }
}
