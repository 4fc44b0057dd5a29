package dev.remit.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is called finds out what has happened and what to do. */
class AlertsTest {

    private static final Path RUNBOOKS = Path.of("docs", "runbooks");
    private static final Set<String> SEVERITIES = Set.of("critical", "warning");
    private static final Set<String> FIELDS =
            Set.of("alert", "expr", "for", "labels", "annotations");

    @Test
    void everyAlertSaysWhatItIs() {
        assertThat(Alert.all())
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        alert -> {
                            assertThat(alert.rule().fieldNames()).toIterable().isSubsetOf(FIELDS);
                            assertThat(alert.rule().at("/labels/severity").textValue())
                                    .isIn(SEVERITIES);
                            assertThat(alert.annotation("summary")).isNotBlank();
                            assertThat(alert.annotation("description")).endsWith(".");
                        })
                .extracting(Alert::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyAlertHasItsRunbook() {
        assertThat(Alert.all())
                .allSatisfy(
                        alert -> {
                            Path page = RUNBOOKS.resolve(alert.name() + ".md");
                            assertThat(alert.annotation("runbook_url")).isEqualTo(page.toString());
                            assertThat(Manifests.text(page))
                                    .startsWith("# " + alert.name() + "\n")
                                    .contains(alert.expression())
                                    .contains("\n## Meaning\n", "\n## Look\n", "\n## Do\n");
                        });
    }

    @Test
    void everyRunbookIsOfAnAlertAndListed() throws IOException {
        String index = Manifests.text(RUNBOOKS.resolve("README.md"));
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            Set<String> names =
                    pages.map(page -> page.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README"))
                            .collect(Collectors.toSet());

            assertThat(Alert.all()).extracting(Alert::name).hasSameElementsAs(names);
            assertThat(names).allMatch(name -> index.contains("[" + name + "](" + name + ".md)"));
        }
    }
}
