package dev.esign.service.limit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much each caller may ask of one replica. */
@ConfigMapping(prefix = LimitsConfig.PREFIX)
interface LimitsConfig {

    String PREFIX = "esign.service.limits";

    /** How many requests a caller may send per minute, in the long run; 0 is no limit. */
    @WithDefault("600")
    int requestsPerMinute();

    /** How many requests a caller may send at once, after a pause. */
    @WithDefault("60")
    int burst();

    /** How many uploads a caller may have under way at the same time; 0 is no limit. */
    @WithDefault("10")
    int uploads();

    /** Of how many callers it is known what they asked lately; the one that was quiet for longest is forgotten first. */
    @WithDefault("10000")
    int callers();

    /** How long an upload may stand still; 0 is no limit. */
    @WithDefault("30S")
    Duration uploadIdle();

    /** How long an upload may take as a whole; 0 is no limit. */
    @WithDefault("15M")
    Duration uploadTime();
}
