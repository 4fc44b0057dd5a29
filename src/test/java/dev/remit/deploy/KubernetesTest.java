package dev.remit.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.commit.QueueSettings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.WithDefault;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is applied to Kubernetes is what Kubernetes understands, and fits together. */
class KubernetesTest {

    private static final Path FOLDER = Path.of("deploy", "kubernetes");
    private static final Path BASE = FOLDER.resolve("base");
    private static final Path PRODUCTION = FOLDER.resolve("overlays").resolve("production");

    private static final Set<String> KUSTOMIZE_FIELDS =
            Set.of(
                    "apiVersion",
                    "kind",
                    "namespace",
                    "resources",
                    "labels",
                    "images",
                    "configMapGenerator");

    private final List<HasMetadata> all = Manifests.in(FOLDER);
    private final Deployment service = Manifests.only(all, Deployment.class, "remit");
    private final Job migration = Manifests.only(all, Job.class, "remit-migrate");
    private final Map<String, String> pods = labels(service.getSpec().getTemplate());
    private final Container container =
            service.getSpec().getTemplate().getSpec().getContainers().getFirst();

    static List<Path> files() {
        return Manifests.files(FOLDER);
    }

    static List<Path> kustomizations() {
        return Manifests.kustomizations(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsUnderstood(Path file) {
        assertThat(Manifests.parse(Manifests.text(file)))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(object.getMetadata().getName()).isNotBlank());
    }

    /** Otherwise the test above would say nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "readinessProbe:          | readynessProbe:",
                "containerPort: 8080      | containerPort: \"8080\"",
                "readOnlyRootFilesystem: true | readOnlyRootFilesystem: \"yes\"",
                "name: tmp                | nam: tmp",
                "prometheus.io/port: \"8080\" | prometheus.io/port: 8080",
                "kind: Deployment         | kind: Deploiment",
            })
    void aMistakeIsFound(String right, String wrong) {
        String text = Manifests.text(BASE.resolve("deployment.yaml"));
        assertThat(text).contains(right);

        assertThatThrownBy(() -> Manifests.parse(text.replace(right, wrong)))
                .isInstanceOfAny(UncheckedIOException.class, AssertionError.class);
    }

    @Test
    void whatIsSaidTwiceIsFound() {
        String text = Manifests.text(BASE.resolve("service.yaml"));

        assertThatThrownBy(() -> Manifests.parse(text + "kind: Service\n"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void everyFileIsListedAndEveryListedFileIsThere(Path kustomization) {
        JsonNode tree = Manifests.tree(kustomization);
        assertThat(tree.fieldNames()).toIterable().isSubsetOf(KUSTOMIZE_FIELDS);
        Path folder = kustomization.getParent();
        Set<String> listed = new TreeSet<>();
        for (JsonNode resource : tree.get("resources")) {
            Path path = folder.resolve(resource.textValue());
            assertThat(path).exists();
            if (Files.isDirectory(path)) {
                assertThat(path.resolve("kustomization.yaml")).exists();
            } else {
                listed.add(resource.textValue());
            }
        }
        assertThat(
                        Manifests.files(folder).stream()
                                .map(file -> file.getFileName().toString())
                                .filter(name -> !name.endsWith(".example.yaml")))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void everySelectorFindsThePodsOfTheService() {
        assertThat(pods).containsAllEntriesOf(service.getSpec().getSelector().getMatchLabels());
        assertThat(pods)
                .containsAllEntriesOf(
                        Manifests.only(all, Service.class, "remit").getSpec().getSelector());
        assertThat(pods)
                .containsAllEntriesOf(
                        Manifests.only(all, PodDisruptionBudget.class, "remit")
                                .getSpec()
                                .getSelector()
                                .getMatchLabels());
        assertThat(service.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .extracting(TopologySpreadConstraint::getLabelSelector)
                .hasSize(2)
                .allSatisfy(
                        selector ->
                                assertThat(pods).containsAllEntriesOf(selector.getMatchLabels()));
    }

    /** It would be sent requests, and be in the way of an orderly replacement of the others. */
    @Test
    void noSelectorOfTheServiceFindsTheJob() {
        Map<String, String> job = labels(migration.getSpec().getTemplate());

        assertThat(matches(service.getSpec().getSelector().getMatchLabels(), job)).isFalse();
        assertThat(
                        matches(
                                Manifests.only(all, Service.class, "remit").getSpec().getSelector(),
                                job))
                .isFalse();
        assertThat(
                        matches(
                                Manifests.only(all, PodDisruptionBudget.class, "remit")
                                        .getSpec()
                                        .getSelector()
                                        .getMatchLabels(),
                                job))
                .isFalse();
    }

    @Test
    void policiesHoldForTheServiceAndTheJob() {
        Map<String, String> job = labels(migration.getSpec().getTemplate());

        assertThat(all)
                .filteredOn(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .hasSize(2)
                .extracting(policy -> policy.getSpec().getPodSelector().getMatchLabels())
                .allSatisfy(
                        selector -> {
                            assertThat(matches(selector, pods)).isTrue();
                            assertThat(matches(selector, job)).isTrue();
                        });
    }

    @Test
    void everyPortIsOneThatTheContainerHas() {
        ContainerPort port = container.getPorts().getFirst();
        IntOrString name = new IntOrString(port.getName());

        assertThat(Manifests.only(all, Service.class, "remit").getSpec().getPorts())
                .extracting(each -> each.getTargetPort())
                .containsExactly(name);
        assertThat(
                        List.of(
                                container.getStartupProbe(),
                                container.getLivenessProbe(),
                                container.getReadinessProbe()))
                .extracting(probe -> probe.getHttpGet().getPort())
                .containsOnly(name);
        assertThat(
                        Manifests.only(all, NetworkPolicy.class, "remit")
                                .getSpec()
                                .getIngress()
                                .getFirst()
                                .getPorts())
                .extracting(each -> each.getPort())
                .containsExactly(name);
        assertThat(service.getSpec().getTemplate().getMetadata().getAnnotations())
                .containsEntry("prometheus.io/port", port.getContainerPort().toString());
    }

    /** The paths are those that OperationsTest asks. */
    @Test
    void eachProbeAsksWhatItIsFor() {
        assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/started");
        assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
    }

    @Test
    void thereIsTimeForAnOrderlyEnd() throws ReflectiveOperationException {
        Duration grace =
                Duration.ofSeconds(
                        service.getSpec()
                                .getTemplate()
                                .getSpec()
                                .getTerminationGracePeriodSeconds());
        Duration pause =
                Duration.ofSeconds(container.getLifecycle().getPreStop().getSleep().getSeconds());

        assertThat(grace).isGreaterThan(pause.plus(drainTimeout()));
    }

    /** What remit.queue.drain-timeout is unless it is set. */
    static Duration drainTimeout() throws ReflectiveOperationException {
        return DurationConverter.parseDuration(
                QueueSettings.class
                        .getMethod("drainTimeout")
                        .getAnnotation(WithDefault.class)
                        .value());
    }

    @Test
    void theAutoscalerAloneSaysHowManyThereAre() {
        var autoscaler = Manifests.only(all, HorizontalPodAutoscaler.class, "remit").getSpec();

        assertThat(autoscaler.getScaleTargetRef().getKind()).isEqualTo("Deployment");
        assertThat(autoscaler.getScaleTargetRef().getName())
                .isEqualTo(service.getMetadata().getName());
        assertThat(autoscaler.getMinReplicas()).isGreaterThan(1);
        assertThat(service.getSpec().getReplicas()).isNull();
    }

    @Test
    void noContainerMayDoMoreThanItHasTo() {
        assertThat(podSpecs())
                .hasSize(3)
                .allSatisfy(
                        pod -> {
                            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
                            var user = pod.getSecurityContext();
                            assertThat(user.getRunAsNonRoot()).isTrue();
                            assertThat(user.getRunAsUser()).isPositive();
                            assertThat(user.getSeccompProfile().getType())
                                    .isEqualTo("RuntimeDefault");
                            assertThat(pod.getContainers())
                                    .isNotEmpty()
                                    .allSatisfy(KubernetesTest::assertConfined);
                        });
    }

    private static void assertConfined(Container container) {
        var rights = container.getSecurityContext();
        assertThat(rights.getAllowPrivilegeEscalation()).isFalse();
        assertThat(rights.getReadOnlyRootFilesystem()).isTrue();
        assertThat(rights.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(rights.getCapabilities().getAdd()).isEmpty();
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsKey("memory");
    }

    @Test
    void theServiceDoesNotMigrateAndTheJobDoes() {
        assertThat(literals(BASE)).contains("REMIT_MIGRATE_AT_START=false");
        assertThat(migration.getSpec().getTemplate().getSpec().getContainers())
                .singleElement()
                .satisfies(
                        job -> {
                            assertThat(job.getArgs()).containsExactly("migrate");
                            assertThat(job.getImage()).isEqualTo(container.getImage());
                            assertThat(job.getEnv()).isEqualTo(container.getEnv());
                            assertThat(job.getEnvFrom()).isEqualTo(container.getEnvFrom());
                            assertThat(job.getVolumeMounts())
                                    .isEqualTo(container.getVolumeMounts());
                        });
    }

    @Test
    void everyOverlaySaysWhoMayDoWhat() {
        assertThat(Manifests.kustomizations(FOLDER.resolve("overlays")))
                .hasSize(2)
                .allSatisfy(
                        overlay ->
                                assertThat(literals(overlay.getParent()))
                                        .anyMatch(
                                                setting ->
                                                        setting.equals("REMIT_AUTH=none")
                                                                || setting.startsWith(
                                                                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION=https://")));
        assertThat(literals(PRODUCTION)).doesNotContain("REMIT_AUTH=none");
    }

    @Test
    void everySecretThatIsAskedForIsShown() {
        Set<String> shown = new TreeSet<>();
        Manifests.in(PRODUCTION).stream()
                .filter(Secret.class::isInstance)
                .map(Secret.class::cast)
                .forEach(
                        secret ->
                                secret.getStringData()
                                        .keySet()
                                        .forEach(
                                                key ->
                                                        shown.add(
                                                                secret.getMetadata().getName()
                                                                        + "/"
                                                                        + key)));

        for (EnvVar variable : container.getEnv()) {
            var reference = variable.getValueFrom().getSecretKeyRef();
            assertThat(shown).contains(reference.getName() + "/" + reference.getKey());
        }
        assertThat(service.getSpec().getTemplate().getSpec().getVolumes())
                .extracting(Volume::getSecret)
                .filteredOn(secret -> secret != null)
                .singleElement()
                .satisfies(
                        secret -> assertThat(shown).contains(secret.getSecretName() + "/root.crt"));
    }

    @Test
    void noSecretIsARealOne() {
        assertThat(all)
                .filteredOn(Secret.class::isInstance)
                .map(Secret.class::cast)
                .isNotEmpty()
                .allSatisfy(
                        secret -> {
                            assertThat(secret.getData()).isEmpty();
                            assertThat(secret.getStringData().values())
                                    .allMatch(
                                            value ->
                                                    value.contains("<")
                                                            || value.contains("sslmode=disable"));
                        });
    }

    private List<PodSpec> podSpecs() {
        List<PodSpec> specs = new ArrayList<>();
        for (HasMetadata object : all) {
            switch (object) {
                case Deployment deployment ->
                        specs.add(deployment.getSpec().getTemplate().getSpec());
                case Job job -> specs.add(job.getSpec().getTemplate().getSpec());
                default -> {}
            }
        }
        return specs;
    }

    private static List<String> literals(Path folder) {
        List<String> literals = new ArrayList<>();
        JsonNode generators =
                Manifests.tree(folder.resolve("kustomization.yaml")).get("configMapGenerator");
        generators.forEach(
                generator ->
                        generator
                                .get("literals")
                                .forEach(literal -> literals.add(literal.textValue())));
        return literals;
    }

    private static Map<String, String> labels(PodTemplateSpec template) {
        return template.getMetadata().getLabels();
    }

    private static boolean matches(Map<String, String> selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.entrySet());
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }
}
