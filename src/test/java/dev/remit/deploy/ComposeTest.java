package dev.remit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.database.DatabaseUrl;
import io.quarkus.runtime.configuration.DurationConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What of compose.yaml can be known without running it. */
class ComposeTest {

    private static final String REMIT = "remit:compose";

    private static final Set<String> FIELDS =
            Set.of(
                    "image",
                    "build",
                    "entrypoint",
                    "command",
                    "environment",
                    "depends_on",
                    "volumes",
                    "ports",
                    "profiles",
                    "restart",
                    "mem_limit",
                    "read_only",
                    "tmpfs",
                    "cap_drop",
                    "security_opt",
                    "stop_grace_period");

    private final JsonNode compose = read();
    private final Map<String, JsonNode> services = children(compose.get("services"));

    /** Its anchors and merges are not known to Jackson. */
    private static JsonNode read() {
        Object tree =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Manifests.text(Path.of("compose.yaml")));
        return new ObjectMapper().valueToTree(tree);
    }

    @Test
    void everyServiceIsDescribedInKnownWords() {
        assertThat(services.values())
                .allSatisfy(
                        service ->
                                assertThat(service.fieldNames()).toIterable().isSubsetOf(FIELDS));
    }

    @Test
    void thereAreThreeNodesAndTwoInstances() {
        assertThat(services)
                .containsKeys("crdb-1", "crdb-2", "crdb-3", "remit-1", "remit-2", "balancer");
        for (String node : List.of("crdb-1", "crdb-2", "crdb-3")) {
            assertThat(services.get(node).get("command").textValue())
                    .contains(
                            "--certs-dir=",
                            "--advertise-addr=" + node + " ",
                            "--join=crdb-1,crdb-2,crdb-3")
                    .doesNotContain("insecure");
        }
    }

    @Test
    void everyImageHasAVersion() {
        assertThat(services.values())
                .extracting(service -> service.get("image").textValue())
                .filteredOn(image -> !image.equals(REMIT))
                .allMatch(image -> image.matches("[\\w./-]+:v?\\d[\\w.-]+"));
    }

    @Test
    void nothingIsPublishedToOtherMachines() {
        List<String> ports = new ArrayList<>();
        services.values().forEach(service -> texts(service.path("ports")).forEach(ports::add));

        assertThat(ports).hasSize(3).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void whatIsDependedOnAndMountedIsThere() {
        Set<String> volumes = new TreeSet<>(children(compose.get("volumes")).keySet());
        Set<String> mounted = new TreeSet<>();
        for (JsonNode service : services.values()) {
            JsonNode needed = service.path("depends_on");
            assertThat(services.keySet())
                    .containsAll(needed.isArray() ? texts(needed) : children(needed).keySet());
            for (String volume : texts(service.path("volumes"))) {
                String source = volume.split(":")[0];
                if (source.startsWith("./")) {
                    assertThat(Path.of(source)).exists();
                    assertThat(volume).endsWith(":ro");
                } else {
                    mounted.add(source);
                }
            }
        }
        assertThat(mounted).isEqualTo(volumes);
    }

    @Test
    void everyInstanceIsConfinedAndHasTimeForAnOrderlyEnd() throws ReflectiveOperationException {
        Duration drain = KubernetesTest.drainTimeout();

        assertThat(services.values())
                .filteredOn(service -> service.get("image").textValue().equals(REMIT))
                .hasSize(5)
                .allSatisfy(
                        service -> {
                            assertThat(service.get("read_only").booleanValue()).isTrue();
                            assertThat(texts(service.get("cap_drop"))).containsExactly("ALL");
                            assertThat(Path.of(service.at("/build/dockerfile").textValue()))
                                    .exists();
                            assertThat(service.at("/environment/REMIT_AUTH").textValue())
                                    .isEqualTo("none");
                            assertThat(
                                            service.at("/environment/REMIT_MIGRATE_AT_START")
                                                    .textValue())
                                    .isEqualTo("false");
                            assertThat(
                                            DurationConverter.parseDuration(
                                                    service.get("stop_grace_period").textValue()))
                                    .isGreaterThan(drain);
                        });
    }

    /** By the balancer's name, which the nodes' certificate has. */
    @Test
    void theDatabaseIsReachedByTls() {
        String url = services.get("remit-1").at("/environment/DATABASE_URL").textValue();

        assertThat(DatabaseUrl.parse(url).jdbcUrl())
                .startsWith("jdbc:postgresql://balancer:26257/remit?")
                .contains("sslmode=verify-full", "sslrootcert=", "sslcert=", ".key.pk8");
        assertThat(script("certificates.sh"))
                .containsPattern("create-node [^\\\\]*\\bbalancer\\b")
                .contains("--also-generate-pkcs8-key");
        assertThat(script("haproxy.cfg"))
                .contains(
                        "server crdb-1 crdb-1:26257",
                        "server crdb-2 crdb-2:26257",
                        "server crdb-3 crdb-3:26257",
                        "server remit-1 remit-1:8080",
                        "server remit-2 remit-2:8080");
    }

    /** Docker's name server has an address that Podman's has not. */
    @Test
    void theBalancerAsksTheNameServerOfItsContainer() {
        assertThat(script("haproxy.cfg"))
                .contains("parse-resolv-conf", "resolve-prefer ipv4")
                .doesNotContain("nameserver ");
    }

    /** An address at which nothing is any more is given up for another one at the first try. */
    @Test
    void theBalancerDoesNotWaitForOneThatHasEnded() {
        assertThat(script("haproxy.cfg")).contains("timeout connect 1s", "option redispatch 1");
    }

    @Test
    void theBalancerAnswersWithAProblemToo() {
        assertThat(script("haproxy.cfg"))
                .contains("http-error status 503 content-type application/problem+json");
    }

    @Test
    void everyInstanceIsScraped() {
        JsonNode job =
                Manifests.tree(Path.of("deploy", "prometheus", "prometheus.yaml"))
                        .at("/scrape_configs/0");

        assertThat(job.get("job_name").textValue()).isEqualTo("remit");
        assertThat(job.get("metrics_path").textValue()).isEqualTo("/q/metrics");
        assertThat(texts(job.at("/static_configs/0/targets")))
                .containsExactly("remit-1:8080", "remit-2:8080");
    }

    @Test
    void theWalkNamesServicesThatThereAre() {
        var commands =
                Pattern.compile(
                                "docker compose (?:kill|start|stop|logs|restart)(?: -\\S+)* ([\\w-]+)")
                        .matcher(Manifests.text(Path.of("docs", "cluster.md")))
                        .results()
                        .map(command -> command.group(1))
                        .toList();

        assertThat(commands).isNotEmpty();
        assertThat(services.keySet()).containsAll(commands);
    }

    private static String script(String name) {
        return Manifests.text(Path.of("deploy", "compose", name));
    }

    private static Map<String, JsonNode> children(JsonNode node) {
        Map<String, JsonNode> children = new TreeMap<>();
        node.properties().forEach(field -> children.put(field.getKey(), field.getValue()));
        return children;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.textValue()));
        return texts;
    }
}
