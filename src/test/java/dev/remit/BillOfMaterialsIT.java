package dev.remit;

import static dev.remit.RemitApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** The bill of materials (CycloneDX) is that of the package, and what is in it may be passed on. */
@DisabledIf("dev.remit.Packaged#isNative")
class BillOfMaterialsIT {

    /** Each allows to use, change and pass on a program that contains it, under its own licence. */
    private static final Set<String> LICENCES =
            Set.of(
                    "0BSD",
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "CC0-1.0",
                    "EPL-1.0",
                    "EPL-2.0",
                    "EDL-1.0",
                    "MIT",
                    "MIT-0",
                    "Public Domain");

    private List<JsonNode> components;

    @BeforeEach
    void read() throws IOException {
        components = new ArrayList<>();
        json(Files.readString(Path.of(System.getProperty("remit.bom"))))
                .get("components")
                .forEach(components::add);
    }

    @Test
    void namesEveryLibraryOfThePackage() throws IOException {
        Set<String> named =
                components.stream()
                        .map(
                                each ->
                                        "%s.%s-%s.jar"
                                                .formatted(
                                                        each.get("group").textValue(),
                                                        each.get("name").textValue(),
                                                        each.get("version").textValue()))
                        .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(Packaged.program().getParent().resolve("lib"))) {
            Set<String> packaged =
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .map(file -> file.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new));

            assertThat(packaged).hasSizeGreaterThan(100).isSubsetOf(named);
        }
    }

    @Test
    void everyLibraryHasADigestAndALicenceThatAllowsToPassItOn() {
        for (JsonNode component : components) {
            String name = component.get("bom-ref").textValue();
            assertThat(component.get("hashes").findValuesAsText("alg"))
                    .as(name)
                    .contains("SHA-256");
            assertThat(licences(component)).as(name).containsAnyElementsOf(LICENCES);
        }
    }

    private static List<String> licences(JsonNode component) {
        List<String> names = new ArrayList<>();
        component.path("licenses").forEach(each -> names.add(each.path("expression").asText()));
        component
                .path("licenses")
                .forEach(
                        each -> {
                            names.add(each.path("license").path("id").asText());
                            names.add(each.path("license").path("name").asText());
                        });
        return names;
    }
}
