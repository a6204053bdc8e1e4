package dev.esign.service.signin;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Addresses that sign the account's user in. */
@ConfigMapping(prefix = "esign.service.sign-in")
interface SignInConfig {

    /**
     * Where the account's eSign 2.0 is, for example {@code https://client.stage.esignonline.net}. Callers can't name it: the
     * address holds a token, which would go to whomever they name.
     */
    Optional<URI> baseUrl();
}
