package dev.esign.deployment;

import java.util.List;
import java.util.Map;

import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;

/** Applications of tests in production mode. */
final class ProductionMode {

    private ProductionMode() {
    }

    /**
     * An application that is built and run. The build sees the extensions that tests alone depend on, so the application is
     * given what belongs to them, and a port of its own.
     */
    static QuarkusProdModeTest application() {
        return new QuarkusProdModeTest().setForcedDependencies(
                List.of(Dependency.of("io.quarkus", "quarkus-vertx-http", Version.getVersion())))
                .setRuntimeProperties(Map.of("quarkus.http.port", "0"));
    }
}
