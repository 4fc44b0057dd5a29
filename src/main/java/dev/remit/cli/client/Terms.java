package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What an account can be opened with and changed to. */
final class Terms {

    @Option(names = "--name", paramLabel = "text", description = "what people call it")
    private String name;

    @Option(
            names = "--overdraft",
            paramLabel = "number",
            description = "how far below zero its balance may go, in minor units")
    private Long overdraft;

    @Option(
            names = "--frozen",
            paramLabel = "way",
            description = "which way no money moves: none, debits, credits or all")
    private String frozen;

    @Option(
            names = "--metadata",
            paramLabel = "name=text",
            description = "a text of your own; may be repeated")
    private Map<String, String> metadata = new LinkedHashMap<>();

    /** Adds what was given. */
    void addTo(ObjectNode account) {
        if (name != null) {
            account.put("name", name);
        }
        if (overdraft != null) {
            account.put("overdraft", overdraft);
        }
        if (frozen != null) {
            account.put("frozen", frozen);
        }
        if (!metadata.isEmpty()) {
            ObjectNode texts = account.withObjectProperty("metadata");
            metadata.forEach(texts::put);
        }
    }
}
