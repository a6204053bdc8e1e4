package dev.esign.service.upload;

import java.nio.file.Path;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How files are received. */
@ConfigMapping(prefix = "esign.service.uploads")
public interface UploadsConfig {

    /** Where files wait until eSign has them. Several processes may share it. */
    @WithDefault("${java.io.tmpdir}/esign-service")
    Path directory();

    /** The largest multipart request. eSign takes 100 MB of documents per session. */
    @WithDefault("102M")
    MemorySize maxSize();

    /** The largest part {@code session}, which is held in memory. */
    @WithDefault("1M")
    MemorySize maxSessionSize();

    /** How many files a request may have. */
    @WithDefault("100")
    int maxFiles();

    /** How many requests may have files here at the same time; each takes a thread while it arrives. */
    @WithDefault("50")
    int maxConcurrent();
}
