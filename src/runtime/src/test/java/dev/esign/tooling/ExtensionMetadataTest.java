package dev.esign.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.platform.catalog.processor.ExtensionProcessor;
import io.quarkus.registry.catalog.Extension;

/** What {@code quarkus create}, {@code quarkus extension} and the Dev UI show of the extension. */
class ExtensionMetadataTest {

    private final Extension extension = ExtensionDescriptor.read();

    @Test
    void namesAndFindsTheExtension() {
        assertThat(extension.getName()).isEqualTo("eSign");
        assertThat(extension.getDescription()).isEqualTo("Send documents for signature through Constellation1 eSign");
        assertThat(extension.managementKey()).isEqualTo("dev.esign:quarkus-esign");
        assertThat(ExtensionProcessor.getShortName(extension)).isEqualTo("esign");
        assertThat(ExtensionProcessor.of(extension).getKeywords()).contains("esign", "e-signature", "constellation1");
        assertThat(ExtensionProcessor.of(extension).getCategories()).containsExactly("business-automation", "web");
        assertThat(extension.getMetadata()).containsEntry("status", "preview")
                .containsEntry("config", List.of("quarkus.esign."));
    }

    @Test
    void saysWhatItNeedsAndProvides() {
        assertThat(extension.getMetadata()).containsEntry("minimum-java-version", "17")
                .containsEntry("capabilities", Map.of("provides", List.of("dev.esign")))
                .containsKeys("built-with-quarkus-core", "requires-quarkus-core");
    }
}
