package dev.esign.service.operation;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** The manifests of Kubernetes, against its types: a member that these don't know is refused. */
class ManifestsTest {

    private static final Path ROOT = Path.of("src/main/kubernetes");
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "v1/ServiceAccount", ServiceAccount.class, "v1/Service", io.fabric8.kubernetes.api.model.Service.class,
            "apps/v1/Deployment", Deployment.class,
            "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);
    private static final Set<String> MEMBERS_OF_KUSTOMIZATIONS = Set.of("apiVersion", "kind", "namespace", "resources",
            "patches", "images", "configMapGenerator");

    private final ObjectMapper strict = new ObjectMapper(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new WithoutPlaceForTheUnknown());

    @Test
    void areWhatKubernetesKnows() throws Exception {
        for (Path file : files()) {
            assertThat(type(file)).as("type of %s", file).isNotNull();
            assertThat(read(file).getMetadata().getName()).as("name in %s", file).startsWith("esign-service");
        }
    }

    @Test
    void aMemberThatKubernetesDoesntKnowIsFound() throws Exception {
        String wrong = Files.readString(ROOT.resolve("base/deployment.yaml")).replace("readOnlyRootFilesystem:",
                "readOnlyRootFileSystem:");

        assertThatThrownBy(() -> strict.readValue(wrong, Deployment.class)).isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("readOnlyRootFileSystem");
    }

    @Test
    void eachFileIsUsedByItsKustomization() throws Exception {
        for (Path file : kustomizations()) {
            JsonNode kustomization = strict.readTree(file.toFile());
            assertThat(kustomization.fieldNames()).toIterable().as("members of %s", file)
                    .isSubsetOf(MEMBERS_OF_KUSTOMIZATIONS);
            List<Path> used = new ArrayList<>();
            kustomization.path("resources").forEach(resource -> used.add(file.resolveSibling(resource.asText())));
            kustomization.path("patches").forEach(patch -> used.add(file.resolveSibling(patch.path("path").asText())));
            assertThat(used).allSatisfy(path -> assertThat(path).exists());
            try (Stream<Path> beside = Files.list(file.getParent())) {
                assertThat(used).containsAll(beside.filter(other -> !other.equals(file)).toList());
            }
        }
    }

    @Test
    void everythingIsAboutTheSamePods() throws Exception {
        Deployment deployment = (Deployment) read(ROOT.resolve("base/deployment.yaml"));
        Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();

        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        for (String name : List.of("service.yaml", "service-replicas.yaml")) {
            var service = (io.fabric8.kubernetes.api.model.Service) read(ROOT.resolve("base").resolve(name));
            assertThat(service.getSpec().getSelector()).isEqualTo(labels);
        }
        PodDisruptionBudget budget = (PodDisruptionBudget) read(ROOT.resolve("base/disruption-budget.yaml"));
        assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        NetworkPolicy policy = (NetworkPolicy) read(ROOT.resolve("base/network-policy.yaml"));
        assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEqualTo(labels);
        HorizontalPodAutoscaler autoscaler = (HorizontalPodAutoscaler) read(ROOT.resolve("base/autoscaler.yaml"));
        assertThat(autoscaler.getSpec().getScaleTargetRef().getName()).isEqualTo(deployment.getMetadata().getName());
    }

    @Test
    void aPodIsGivenTheTimeThatTheServiceTakesToEnd() throws Exception {
        Deployment deployment = (Deployment) read(ROOT.resolve("base/deployment.yaml"));
        Map<String, String> settings = settings(ROOT.resolve("base/kustomization.yaml"));
        Duration ending = Duration.parse("PT" + settings.get("QUARKUS_SHUTDOWN_DELAY"))
                .plus(Duration.parse("PT" + settings.get("QUARKUS_SHUTDOWN_TIMEOUT")));

        assertThat(Duration.ofSeconds(deployment.getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds()))
                .isGreaterThan(ending.plusSeconds(10));
    }

    @Test
    void thePodMayNothingThatItDoesntNeed() throws Exception {
        Deployment deployment = (Deployment) read(ROOT.resolve("base/deployment.yaml"));
        var pod = deployment.getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().get(0);

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getEnv()).allSatisfy(variable -> assertThat(variable.getValue()).isNull());
        assertThat(container.getVolumeMounts()).allSatisfy(mount -> assertThat(pod.getVolumes())
                .anyMatch(volume -> volume.getName().equals(mount.getName()) && volume.getEmptyDir() != null));
    }

    private HasMetadata read(Path file) throws IOException {
        return strict.readValue(file.toFile(), type(file));
    }

    private Class<? extends HasMetadata> type(Path file) throws IOException {
        JsonNode document = strict.readTree(file.toFile());
        return TYPES.get(document.path("apiVersion").asText() + "/" + document.path("kind").asText());
    }

    private Map<String, String> settings(Path kustomization) throws IOException {
        JsonNode literals = strict.readTree(kustomization.toFile()).path("configMapGenerator").path(0).path("literals");
        return StreamSupport.stream(literals.spliterator(), false).map(literal -> literal.asText().split("=", 2))
                .collect(toMap(setting -> setting[0], setting -> setting[1]));
    }

    private static List<Path> kustomizations() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(ManifestsTest::isKustomization).toList();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile).filter(file -> !isKustomization(file)).toList();
        }
    }

    private static boolean isKustomization(Path file) {
        return file.getFileName().toString().equals("kustomization.yaml");
    }

    /** The types keep members that they don't know, to send them back; here there shall be none. */
    private static final class WithoutPlaceForTheUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
