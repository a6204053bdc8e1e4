package dev.esign.service.operation;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What browsers are told with each answer. */
@ConfigMapping(prefix = "esign.service.headers")
interface HeadersConfig {

    /** What pages of the service may load. */
    @WithDefault("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
    String contentSecurityPolicy();

    /** For how long browsers shall use HTTPS only, such as {@code max-age=31536000}; nothing is said without it. */
    Optional<String> strictTransportSecurity();
}
