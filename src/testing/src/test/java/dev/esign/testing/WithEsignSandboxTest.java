package dev.esign.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceManager;

/** What Quarkus makes of the annotation. */
class WithEsignSandboxTest {

    @WithEsignSandbox(accounts = "north")
    private static final class One {
    }

    @WithEsignSandbox(accounts = "north")
    private static final class Equal {
    }

    @WithEsignSandbox
    private static final class Different {
    }

    @Test
    void equalAnnotationsShareAnApplication() {
        assertThat(needsReload(One.class, Equal.class)).isFalse();
        assertThat(needsReload(One.class, Different.class)).isTrue();
    }

    @Test
    void tellsTheSettingsOfEachAccount() {
        EsignSandboxResource resource = new EsignSandboxResource();
        resource.init(One.class.getAnnotation(WithEsignSandbox.class));
        Map<String, String> settings = resource.start();
        try {
            String url = settings.get("quarkus.esign.url");
            assertThat(url).startsWith("http://127.0.0.1:");
            assertThat(settings).containsEntry("quarkus.esign.\"north\".url", url)
                    .containsEntry("quarkus.esign.\"north\".username", "owner@example.com")
                    .containsEntry("quarkus.esign.\"north\".encrypted-api-key", "")
                    .containsEntry("quarkus.esign.start.delay", "200MS").containsEntry("quarkus.esign.api-key", "sandbox-key");
        } finally {
            resource.stop();
        }
    }

    @Test
    void aResourceThatDidNotStartCanBeStopped() {
        new EsignSandboxResource().stop();
    }

    private static boolean needsReload(Class<?> one, Class<?> other) {
        Path classes = Path.of("target/test-classes");
        return TestResourceManager.testResourcesRequireReload(
                TestResourceManager.testResourceComparisonInfo(one, classes, List.of()),
                TestResourceManager.testResourceComparisonInfo(other, classes, List.of()));
    }
}
