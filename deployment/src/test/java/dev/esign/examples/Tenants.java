package dev.esign.examples;

import jakarta.enterprise.context.ApplicationScoped;

import dev.esign.EsignAccountSettings;
import dev.esign.EsignAccounts;
import dev.esign.SigningSessions;

// tag::example[]
@ApplicationScoped
public class Tenants {

    private final EsignAccounts accounts;

    Tenants(EsignAccounts accounts) {
        this.accounts = accounts;
    }

    public void add(String tenant, String encryptedApiKey, String salt, String owner) {
        accounts.open(EsignAccountSettings.named(tenant)
                .encryptedApiKey(encryptedApiKey).salt(salt).username(owner).build());
    }

    public SigningSessions sessions(String tenant) {
        return accounts.get(tenant).sessions();
    }

    public void remove(String tenant) {
        accounts.close(tenant);
    }
}
// end::example[]
