package dev.esign.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.esign.EsignAccount;
import dev.esign.EsignAccounts;
import dev.esign.SigningSessions;
import dev.esign.event.SessionStarted;
import dev.esign.model.NewSession;
import dev.esign.model.SessionId;

// tag::example[]
@ApplicationScoped
public class Offices {

    private final SigningSessions north;
    private final EsignAccounts accounts;

    Offices(@EsignAccount("north") SigningSessions north, EsignAccounts accounts) {
        this.north = north;
        this.accounts = accounts;
    }

    public SessionId sendFromNorth(NewSession agreement) {
        return north.send(agreement);
    }

    public SessionId sendFrom(String office, NewSession agreement) {
        return accounts.get(office).sessions().send(agreement);
    }

    void started(@Observes @EsignAccount("north") SessionStarted event) {
        Logger.getLogger(Offices.class).infof("north started %s", event.sessionId());
    }
}
// end::example[]
