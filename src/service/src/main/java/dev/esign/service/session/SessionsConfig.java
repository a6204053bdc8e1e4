package dev.esign.service.session;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How sessions are created and started. */
@ConfigMapping(prefix = "esign.service.sessions")
interface SessionsConfig {

    /** How long a request waits for another one with the same idempotency key. */
    @WithDefault("30S")
    Duration keyWait();

    /** How many sessions may be started in the background at the same time. */
    @WithDefault("100")
    int maxBackgroundStarts();

    /** How long the end of the service is put off by sessions that are being started. */
    @WithDefault("20S")
    Duration shutdownWait();
}
