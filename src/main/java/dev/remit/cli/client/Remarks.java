package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What callers can say of a transfer in their own words. */
final class Remarks {

    @Option(names = "--reference", paramLabel = "text", description = "what it is for")
    private String reference;

    @Option(
            names = "--metadata",
            paramLabel = "name=text",
            description = "a text of your own; may be repeated")
    private Map<String, String> metadata = new LinkedHashMap<>();

    /** Adds what was given. */
    void addTo(ObjectNode transfer) {
        if (reference != null) {
            transfer.put("reference", reference);
        }
        if (!metadata.isEmpty()) {
            ObjectNode texts = transfer.putObject("metadata");
            metadata.forEach(texts::put);
        }
    }
}
