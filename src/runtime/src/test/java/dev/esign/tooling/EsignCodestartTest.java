package dev.esign.tooling;

import static io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartCatalog.Language.JAVA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartCatalog;
import io.quarkus.devtools.testing.codestarts.QuarkusCodestartTest;
import io.quarkus.maven.dependency.ArtifactCoords;
import io.quarkus.platform.catalog.processor.ExtensionProcessor;
import io.quarkus.platform.descriptor.loader.json.ClassPathResourceLoader;
import io.quarkus.platform.descriptor.loader.json.ResourceLoaders;
import io.quarkus.registry.catalog.ExtensionCatalog;

/**
 * What an application begins with that is created with the extension. Only what this module built is used, so nothing has to
 * be installed; {@code .ci/new-application} builds such an application, tests and runs it.
 */
class EsignCodestartTest {

    @RegisterExtension
    static final QuarkusCodestartTest CODESTART = QuarkusCodestartTest.builder()
            .languages(JAVA)
            .packageName("com.example.deals")
            .extension(ExtensionDescriptor.read().getArtifact().getKey())
            .extensionCatalog(catalog())
            .quarkusCodestartCatalog(codestarts())
            .build();

    @Test
    void isAppliedWhenTheExtensionIsChosen() throws Throwable {
        for (String file : List.of("src/main/java/com/example/deals/EsignResource.java",
                "src/test/java/com/example/deals/EsignResourceTest.java",
                "src/test/java/com/example/deals/EsignResourceIT.java")) {
            CODESTART.assertThatGeneratedFile(JAVA, file).content().startsWith("package com.example.deals;");
        }
        CODESTART.assertThatGeneratedFile(JAVA, "src/main/resources/application.properties").content()
                .contains("%test.quarkus.esign.devservices.tag-processing=");
        CODESTART.assertThatGeneratedFile(JAVA, "pom.xml").content()
                .contains("<artifactId>quarkus-esign</artifactId>", "<artifactId>quarkus-rest</artifactId>",
                        "<artifactId>rest-assured</artifactId>");
        CODESTART.assertThatGeneratedFile(JAVA, "README.md").content().contains("### eSign", "QUARKUS_ESIGN_RETURN_URL");
    }

    @Test
    void sendsTheSampleThatTheDocumentationShows() throws Throwable {
        CODESTART.assertThatGeneratedFile(JAVA, "src/main/resources/purchase-agreement.docx")
                .hasSameBinaryContentAs(Path.of("../../docs/samples/purchase-agreement.docx"));
    }

    @Test
    void compiles(@TempDir Path classes) throws Throwable {
        CODESTART.assertThatGeneratedFile(JAVA, "src/main/java/com/example/deals/EsignResource.java")
                .satisfies(resource -> assertThat(compile(resource, classes)).isZero());

        assertThat(classes.resolve("com/example/deals/EsignResource.class")).isNotEmptyFile();
    }

    private static int compile(Path source, Path classes) {
        return ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-parameters", "-proc:none",
                "-Xlint:deprecation,rawtypes,unchecked", "-Werror", "-d", classes.toString(), source.toString());
    }

    private static ExtensionCatalog catalog() {
        return ExtensionCatalog.builder().addExtension(ExtensionDescriptor.read()).build();
    }

    /** The codestarts of every application, and the archive that the extension names as its own. */
    private static QuarkusCodestartCatalog codestarts() {
        ArtifactCoords archive = ArtifactCoords
                .fromString(ExtensionProcessor.getCodestartArtifact(ExtensionDescriptor.read()));
        Path file = Path.of("target", archive.getArtifactId() + "-" + archive.getVersion() + "-" + archive.getClassifier()
                + "." + archive.getType());
        try {
            return QuarkusCodestartCatalog.fromExtensionsCatalog(catalog(),
                    List.of(new ClassPathResourceLoader(), ResourceLoaders.resolveFileResourceLoader(file.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
