package dev.remit.api.mcp;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.Packaged;
import dev.remit.bank.OwnDatabase;
import dev.remit.bank.RemitProcess;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package as it is switched on. */
class McpIT {

    private static final Assistant ASSISTANT = new Assistant(null);

    private static RemitProcess service;

    @BeforeAll
    static void start() throws Exception {
        int port = Packaged.freePort();
        service =
                RemitProcess.start(
                                OwnDatabase.create("mcp"),
                                port,
                                Map.of("REMIT_MCP_ENABLED", "true"))
                        .awaitReady();
        RestAssured.port = port;
    }

    @AfterAll
    static void end() {
        RestAssured.reset();
        service.close();
    }

    @Test
    void everyToolAnswers() {
        UUID from = account(100);
        UUID to = account(0);
        JsonNode transfer = transfer(from, to, 30).expect(201);

        assertThat(ASSISTANT.ask("tools/list", Map.of()).get("tools")).hasSize(4);
        assertThat(ASSISTANT.call("find_accounts", Map.of()).get("items")).hasSize(2);
        assertThat(ASSISTANT.call("balance_at", Map.of("account", to)).get("balance").intValue())
                .isEqualTo(30);
        assertThat(ASSISTANT.call("account_history", Map.of("account", from)).get("items"))
                .hasSize(2);
        assertThat(
                        ASSISTANT
                                .call("explain_transfer", Map.of("transfer", transfer.get("id")))
                                .get("transfer"))
                .isEqualTo(transfer);
        assertThat(ASSISTANT.fail("find_accounts", Map.of("limit", 101)).get("status").intValue())
                .isEqualTo(400);
    }
}
