package dev.remit.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rules by which Prometheus calls somebody. */
record Alert(String name, String expression, JsonNode rule) {

    static List<Alert> all() {
        List<Alert> alerts = new ArrayList<>();
        JsonNode groups =
                Manifests.tree(Path.of("deploy", "prometheus", "remit.rules.yaml")).get("groups");
        groups.forEach(
                group ->
                        group.get("rules")
                                .forEach(
                                        rule ->
                                                alerts.add(
                                                        new Alert(
                                                                rule.get("alert").textValue(),
                                                                rule.get("expr").textValue(),
                                                                rule))));
        return alerts;
    }

    String annotation(String name) {
        return rule.path("annotations").path(name).asText();
    }
}
