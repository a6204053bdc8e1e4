package dev.esign.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The settings of the account that has no name, for the beans that work with it. */
class DefaultAccount {

    @Produces
    @Singleton
    static EsignConfig settings(EsignAccountsConfig config) {
        return config.defaultAccount();
    }
}
