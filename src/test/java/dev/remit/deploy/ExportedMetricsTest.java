package dev.remit.deploy;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.metrics;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dashboard or an alert on a metric that nobody exports would never show anything. */
@QuarkusTest
class ExportedMetricsTest {

    /** A line of the exposition: the name, and the labels in braces. */
    private static final Pattern SERIES =
            Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final Pattern VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

    private static final String PAUSES = "jvm_gc_pause_seconds_sum";

    /** Prometheus' own. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> ADDED_BY_PROMETHEUS = Set.of("instance", "job");

    private final Map<String, Set<String>> exported = new HashMap<>();

    @BeforeEach
    void scrape() {
        UUID from = account(10);
        UUID to = account(0);
        transfer(from, to, 10).expect(201);
        transfer(from, to, 1).expect(422);
        if (!metrics().contains(PAUSES)) {
            System.gc();
            // A pause is counted by a thread of its own, after it is over.
            await().until(() -> metrics().contains(PAUSES));
        }
        Matcher series = SERIES.matcher(metrics());
        while (series.find()) {
            Set<String> labels = exported.computeIfAbsent(series.group(1), name -> new TreeSet<>());
            if (series.group(2) != null) {
                LABEL.matcher(series.group(2))
                        .results()
                        .map((MatchResult label) -> label.group(1))
                        .forEach(labels::add);
            }
        }
    }

    @Test
    void everyAlertNamesMetricsThatThereAre() {
        assertThat(Alert.all())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(missing(alert.expression())).isEmpty());
    }

    @Test
    void theDashboardNamesMetricsThatThereAre() {
        List<String> expressions = dashboard();

        assertThat(expressions)
                .hasSizeGreaterThan(15)
                .allSatisfy(expression -> assertThat(missing(expression)).isEmpty());
    }

    /** Otherwise the tests above would say nothing. */
    @Test
    void whatIsNotExportedIsFound() {
        assertThat(missing("rate(remit_postings[5m])")).containsExactly("remit_postings");
        assertThat(missing("sum by (sqlstate) (rate(remit_postings_total[5m]))"))
                .containsExactly("sqlstate");
        assertThat(missing("remit_queue_depth / remit_queue_limit > 0.5"))
                .containsExactly("remit_queue_limit");
    }

    /** What the README lists is what somebody will look for. */
    @Test
    void theReadmeNamesMetricsThatThereAre() {
        List<String> named =
                Pattern.compile("`(remit_\\w+)(?:\\{\\w+})?`")
                        .matcher(Manifests.text(Path.of("README.md")))
                        .results()
                        .map(name -> name.group(1))
                        .toList();

        assertThat(named)
                .contains("remit_outcomes_unknown_total", "remit_committer_defects_total")
                .allMatch(
                        name ->
                                exported.containsKey(name)
                                        || exported.containsKey(name + "_count"));
    }

    /** Names of metrics and labels; of the latter, those that no metric of the expression has. */
    private List<String> missing(String expression) {
        Set<String> metrics = PromQl.metrics(expression);
        assertThat(metrics).as(expression).isNotEmpty();
        List<String> missing = new ArrayList<>();
        Set<String> labels = new TreeSet<>(ADDED_BY_PROMETHEUS);
        for (String metric : metrics) {
            if (exported.containsKey(metric)) {
                labels.addAll(exported.get(metric));
            } else if (!OF_PROMETHEUS.contains(metric)) {
                missing.add(metric);
            }
        }
        if (missing.isEmpty()) {
            missing.addAll(PromQl.labels(expression));
            missing.removeAll(labels);
        }
        return missing;
    }

    private static List<String> dashboard() {
        JsonNode dashboard =
                Manifests.tree(Path.of("deploy", "grafana", "dashboards", "remit.json"));
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            assertThat(panel.get("targets")).as(panel.get("title").asText()).isNotEmpty();
            panel.get("targets").forEach(target -> expressions.add(target.get("expr").textValue()));
        }
        for (JsonNode variable : dashboard.at("/templating/list")) {
            Matcher values = VALUES.matcher(variable.get("query").path("query").asText());
            if (values.matches()) {
                expressions.add("sum by (" + values.group(2) + ") (" + values.group(1) + ")");
            }
        }
        return expressions;
    }
}
