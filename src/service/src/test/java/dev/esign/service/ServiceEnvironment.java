package dev.esign.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.esign.sandbox.EsignSandbox;

/** The environment of a service that sends to a sandbox and lets everybody call it. */
final class ServiceEnvironment {

    private ServiceEnvironment() {
    }

    static Map<String, String> of(EsignSandbox esign, Path directory) {
        Map<String, String> environment = new HashMap<>(Map.of("QUARKUS_ESIGN_URL", esign.url().toString(),
                "QUARKUS_ESIGN_API_KEY", "key", "QUARKUS_ESIGN_SALT", "salt", "QUARKUS_ESIGN_USERNAME", "owner@example.com",
                "QUARKUS_ESIGN_RETURN_URL", "https://www.example.com/"));
        environment.put("ESIGN_SERVICE_CALLERS", "proxy");
        environment.put("ESIGN_SERVICE_LIMITS_REQUESTS_PER_MINUTE", "0");
        environment.put("ESIGN_SERVICE_UPLOADS_DIRECTORY", directory.toString());
        return environment;
    }

    /** The files of uploads that are under way in the directory. */
    static List<Path> uploads(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".lock")).toList();
        }
    }
}
