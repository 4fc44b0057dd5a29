package dev.remit.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** What stays of exports when they are imported elsewhere, small enough for any number of rows. */
final class Fingerprints {

    private static final long PRIME = 0x100000001b3L;

    private Fingerprints() {}

    /**
     * Of each account's history: its transfers in order, with amounts, balances and versions.
     *
     * @param transfers an export in NDJSON and gzip
     */
    static Map<String, Long> histories(Path transfers) throws IOException {
        Map<String, Long> histories = new HashMap<>();
        try (BufferedReader lines = lines(transfers)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode transfer = RemitApi.json(line);
                for (String side : List.of("from", "to")) {
                    String entry =
                            transfer.get("id")
                                    + " "
                                    + transfer.get("amount")
                                    + transfer.get("reference")
                                    + side
                                    + transfer.get(side + "Balance")
                                    + " "
                                    + transfer.get(side + "Version");
                    if (!transfer.get(side).isNull()) {
                        histories.merge(
                                transfer.get(side).textValue(),
                                hash(entry),
                                (before, added) -> before * PRIME + added);
                    }
                }
            }
        }
        return histories;
    }

    /**
     * All but when they were opened, and whether they have been closed.
     *
     * @param accounts an export in NDJSON and gzip
     */
    static Map<String, Long> accounts(Path accounts) throws IOException {
        Map<String, Long> found = new HashMap<>();
        try (BufferedReader lines = lines(accounts)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, String> account = new TreeMap<>();
                RemitApi.json(line)
                        .properties()
                        .forEach(it -> account.put(it.getKey(), it.getValue().toString()));
                account.remove("createdAt");
                account.remove("closed");
                found.put(account.get("id"), hash(account.toString()));
            }
        }
        return found;
    }

    private static BufferedReader lines(Path gzip) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8));
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
