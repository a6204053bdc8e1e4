package dev.esign.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.esign.deployment.SandboxPlan.TagSigns;
import dev.esign.sandbox.WebhookTarget;
import dev.esign.sandbox.WireMode;
import io.quarkus.dev.console.DevConsoleManager;

class SandboxDevServiceTest {

    private static final SandboxPlan PLAN = new SandboxPlan(0, Duration.ZERO, Duration.ofSeconds(60), Optional.empty(),
            new TagSigns('<', '>', Optional.empty()), WireMode.LENIENT, List.of(), Optional.of("/app/hook/secret"), Set.of(),
            Set.of(), Map.of());

    private final RunningSandbox running = new RunningSandbox();
    private final SandboxDevService service = new SandboxDevService(PLAN, running, "announcement");

    @Test
    void webhookTargetFollowsTheApplication() {
        service.start();
        try {
            assertThat(webhooks()).isEmpty();
            for (String server : List.of("http://localhost:4001/app", "http://localhost:4002/app",
                    "http://localhost:4002/app")) {
                DevConsoleManager.invoke("announcement", Map.of("server", server));
                assertThat(webhooks()).containsExactly(URI.create(server).resolve("/app/hook/secret"));
            }
        } finally {
            service.close();
        }
    }

    @Test
    void sandboxIsFoundWhileItRuns() {
        service.start();
        assertThat(running.get()).hasValueSatisfying(
                sandbox -> assertThat(service.getConnectionInfo()).isEqualTo(sandbox.url().toString()));
        service.close();
        assertThat(running.get()).isEmpty();
    }

    @Test
    void closeSucceedsBeforeTheStart() {
        assertThatCode(service::close).doesNotThrowAnyException();
    }

    private List<URI> webhooks() {
        return running.get().orElseThrow().webhooks().targets().stream().map(WebhookTarget::url).toList();
    }
}
