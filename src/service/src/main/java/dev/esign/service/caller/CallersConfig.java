package dev.esign.service.caller;

import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** How callers show who they are, and what their roles are called. */
@ConfigMapping(prefix = CallersConfig.PREFIX)
interface CallersConfig {

    String PREFIX = "esign.service.callers";

    /** Who tells who the caller is. */
    @WithParentName
    @WithDefault("jwt")
    CallersMode mode();

    /** The groups of a token, or the roles that a proxy tells, that have each role. */
    Roles roles();

    /** What a proxy in front tells of callers. */
    Proxy proxy();

    interface Roles {

        /** Those who may create, change and start sessions. */
        @WithDefault("esign-send")
        Set<String> send();

        /** Those who may read sessions, logs and events. */
        @WithDefault("esign-read")
        Set<String> read();

        /** Those who may do everything. */
        @WithDefault("esign-admin")
        Set<String> admin();
    }

    interface Proxy {

        /** The header with the caller's name; a request without it is refused. */
        Optional<String> nameHeader();

        /** The header with the caller's roles, divided by commas; without it each caller may do everything. */
        Optional<String> rolesHeader();
    }
}
