package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the packaged service, for people and for programs. */
class JsonLogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    @Test
    void everyLineIsAnObjectAndOneNamesTheDatabase() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : log("true")) {
            lines.add(JSON.readTree(line));
        }

        assertThat(lines)
                .allSatisfy(
                        line ->
                                assertThat(line.fieldNames())
                                        .toIterable()
                                        .contains("timestamp", "level", "loggerName", "message"));
        assertThat(lines)
                .map(line -> line.path("message").textValue())
                .filteredOn(JsonLogsIT::namesDatabase)
                .hasSize(1);
    }

    @Test
    void unlessToldSoItIsForPeople() throws Exception {
        List<String> lines = log("false");

        assertThat(lines).filteredOn(JsonLogsIT::namesDatabase).hasSize(1);
        assertThat(lines).noneMatch(line -> line.startsWith("{"));
    }

    private static boolean namesDatabase(String line) {
        return line.matches(".*The ledger is in the database \\S+ \\((PostgreSQL|CockroachDB).*");
    }

    /** What the service says from its start to its end. */
    private List<String> log(String json) throws Exception {
        Path log = folder.resolve("log");
        int port = Packaged.freePort();
        OwnDatabase database = OwnDatabase.create("json_logs_" + json);
        ProcessBuilder builder = RemitProcess.builder(database.serviceUrl(), port);
        builder.environment().put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", json);
        try (RemitProcess process = RemitProcess.start(builder, port, log)) {
            process.awaitReady().terminate();
        }
        return Files.readAllLines(log);
    }
}
