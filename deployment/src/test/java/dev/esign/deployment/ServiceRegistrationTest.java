package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/** An executable finds what the JVM finds by META-INF/services. */
class ServiceRegistrationTest {

    private static final Path SERVICES = Path.of("..", "src", "runtime", "src", "main", "resources", "META-INF", "services");

    @Test
    void everyServiceOfTheRuntimeIsRegisteredForExecutables() throws IOException {
        Map<String, List<String>> declared = new TreeMap<>();
        try (Stream<Path> files = Files.list(SERVICES)) {
            for (Path file : files.toList()) {
                declared.put(file.getFileName().toString(), Files.readAllLines(file));
            }
        }

        ServiceProviderBuildItem registered = new ObservabilityProcessor().clientListener();

        assertThat(declared).isEqualTo(Map.of(Path.of(registered.serviceDescriptorFile()).getFileName().toString(),
                registered.providers()));
    }
}
