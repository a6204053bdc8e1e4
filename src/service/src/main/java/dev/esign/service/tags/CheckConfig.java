package dev.esign.service.tags;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much checking anchor tags may take. Uploads may be made to harm, and reading one may need 256 MB of memory. */
@ConfigMapping(prefix = "esign.service.anchor-tags")
interface CheckConfig {

    /** How many requests are checked at the same time; more are refused. */
    @WithDefault("2")
    int maxConcurrent();

    /** How many documents a request may have. */
    @WithDefault("20")
    int maxDocuments();

    /** How long reading one document may take. */
    @WithDefault("10S")
    Duration timePerDocument();
}
