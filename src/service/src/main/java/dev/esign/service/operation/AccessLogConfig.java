package dev.esign.service.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The log of requests. */
@ConfigMapping(prefix = "esign.service.access-log")
interface AccessLogConfig {

    /** Whether each request is logged, in the category {@code dev.esign.service.access}. */
    @WithDefault("false")
    boolean enabled();

    /** Whether the log tells the callers' names and addresses, which may be personal. */
    @WithDefault("false")
    boolean callers();
}
