package dev.remit.api.mcp;

import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import dev.remit.api.access.Issuer;
import dev.remit.api.access.OnlyWithToken;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Assistants look at the books, and see no more than their token allows. */
@QuarkusTest
@TestProfile(OnlyWithToken.class)
class McpTest {

    private static final String READS = "accounts:read transfers:read";
    private static final String TIME = "2026-11-22T13:33:07Z";

    Issuer issuer;

    private String writer;
    private Assistant assistant;

    @BeforeEach
    void start() {
        writer = issuer.token("teller-7", "accounts:write accounts:read transfers:write");
        assistant = new Assistant(issuer.token("assistant", READS));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2024-11-05, 2025-11-25",
        "2999-01-01, 2025-11-25"
    })
    void speaksTheVersionThatIsAskedForOrItsNewest(String wanted, String spoken) {
        JsonNode result =
                assistant.ask(
                        "initialize",
                        Map.of(
                                "protocolVersion",
                                wanted,
                                "capabilities",
                                Map.of(),
                                "clientInfo",
                                Map.of("name", "test", "version", "1")));

        assertThat(result.get("protocolVersion").textValue()).isEqualTo(spoken);
        assertThat(fields(result.get("capabilities"))).containsExactly("tools");
        assertThat(result.get("serverInfo").get("name").textValue()).isEqualTo("remit");
        assertThat(result.get("instructions").textValue()).contains("minor units");
    }

    @Test
    void remembersNobody() {
        Answer answer = assistant.send(message("ping"));

        assertThat(answer.expect(200).get("result")).isEmpty();
        assertThat(answer.header("Mcp-Session-Id")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(assistant.ask("tools/list", Map.of()).get("tools")).isNotEmpty();
    }

    @Test
    void tellsWhatCanBeAskedAndThatNothingIsChangedByIt() {
        JsonNode tools = assistant.ask("tools/list", Map.of()).get("tools");

        assertThat(tools)
                .extracting(tool -> tool.get("name").textValue())
                .containsExactly(
                        "find_accounts", "balance_at", "account_history", "explain_transfer");
        for (JsonNode tool : tools) {
            assertThat(tool.get("description").textValue()).contains("minor units");
            assertThat(tool.get("annotations").get("readOnlyHint").booleanValue()).isTrue();
            JsonNode schema = tool.get("inputSchema");
            assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
            assertThat(schema.get("properties"))
                    .allSatisfy(it -> assertThat(it.get("description").asText()).isNotBlank());
        }
    }

    @Test
    void findsAccountsPageByPage() {
        String name = UUID.randomUUID().toString();
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            opened.add(open(name + i, 10 * i));
        }

        assertThat(call("find_accounts", Map.of("name", name)).get("items"))
                .extracting(it -> it.get("id").textValue())
                .containsExactlyInAnyOrderElementsOf(opened);
        assertThat(
                        call(
                                        "find_accounts",
                                        Map.of(
                                                "name",
                                                name,
                                                "min_balance",
                                                5,
                                                "max_balance",
                                                10,
                                                "currency",
                                                "USD",
                                                "frozen",
                                                "none"))
                                .get("items"))
                .extracting(it -> it.get("id").textValue())
                .containsExactly(opened.get(1));
        JsonNode first = call("find_accounts", Map.of("name", name, "limit", 2));
        JsonNode second =
                call(
                        "find_accounts",
                        Map.of("name", name, "limit", 2, "after", first.get("next").textValue()));
        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void tellsWhatAnAccountHeldAndHolds() {
        String account = open("Alice", 100);
        JsonNode deposit =
                write("/accounts/" + account + "/deposits", Map.of("amount", 11)).expect(201);

        assertThat(call("balance_at", Map.of("account", account)).get("name").textValue())
                .isEqualTo("Alice");
        JsonNode then =
                call(
                        "balance_at",
                        Map.of("account", account, "time", deposit.get("createdAt").textValue()));
        assertThat(then.get("balance").intValue()).isEqualTo(111);
        assertThat(then.get("version").intValue()).isEqualTo(2);
    }

    @Test
    void tellsAHistory() {
        String alice = open("Alice", 100);
        String bob = open("Bob", 0);
        transfer(alice, bob, 30, false);
        transfer(alice, bob, 20, false);

        JsonNode newest = call("account_history", Map.of("account", alice, "limit", 1));
        assertThat(newest.get("items").get(0).get("amount").intValue()).isEqualTo(-20);
        JsonNode older =
                call(
                        "account_history",
                        Map.of("account", alice, "before", newest.get("next").textValue()));
        assertThat(older.get("items")).hasSize(2);
        assertThat(
                        call("account_history", Map.of("account", alice, "direction", "in"))
                                .get("items"))
                .hasSize(1);
        assertThat(
                        call(
                                        "account_history",
                                        Map.of("account", bob, "counterparty", alice, "to", TIME))
                                .get("items"))
                .isEmpty();
    }

    @Test
    void explainsATransferAndWhatHasBecomeOfIt() {
        String alice = open("Alice", 100);
        String bob = open("Bob", 0);
        JsonNode hold = transfer(alice, bob, 30, true);
        JsonNode capture = write(path(hold, "post"), Map.of("amount", 25)).expect(201);
        JsonNode reversal = write(path(capture, "reverse"), Map.of("amount", 5)).expect(201);

        JsonNode ofHold = explain(hold);
        assertThat(ofHold.get("summary").textValue())
                .contains("0.30 USD was held", "(Alice)", "(Bob)", "The hold is posted.");
        assertThat(ofHold.get("from").get("balance").intValue()).isEqualTo(80);
        assertThat(ofHold.get("to").get("balance").intValue()).isEqualTo(20);
        assertThat(ofHold.get("concerned").isNull()).isTrue();
        assertThat(ofHold.get("followers").findValuesAsText("id"))
                .containsExactly(capture.get("id").textValue());

        JsonNode ofCapture = explain(capture);
        assertThat(ofCapture.get("summary").textValue())
                .contains("0.25 USD that had been held moved", "Of it, 0.05 USD was reversed.");
        assertThat(ofCapture.get("concerned").get("id")).isEqualTo(hold.get("id"));
        assertThat(ofCapture.get("commit").get("sequence")).isEqualTo(capture.get("sequence"));
        assertThat(ofCapture.get("commit").get("committedAt")).isEqualTo(capture.get("createdAt"));

        JsonNode ofReversal = explain(reversal);
        assertThat(ofReversal.get("summary").textValue()).contains("moved back");
        assertThat(ofReversal.get("concerned").get("id")).isEqualTo(capture.get("id"));
    }

    @Test
    void explainsWhatCameFromOutsideAndWentToAnAccountThatIsClosed() {
        String account = open("Alice", 0);
        JsonNode deposit =
                write("/accounts/" + account + "/deposits", Map.of("amount", 11)).expect(201);
        JsonNode released =
                write(path(transfer(account, open("Bob", 0), 1, true), "void"), Map.of())
                        .expect(201);
        assertThat(explain(released).get("summary").textValue()).contains("released");
        given().auth().oauth2(writer).delete("/accounts/" + account + "?payout=true");

        JsonNode explained = explain(deposit);

        assertThat(explained.get("summary").textValue())
                .contains("11 minor units moved from outside of the books to account " + account);
        assertThat(explained.get("to").isNull()).isTrue();
    }

    @Test
    void tellsWhoAskedForATransferOnlyToThoseWhoMayKnow() {
        JsonNode transfer = transfer(open("Alice", 100), open("Bob", 0), 30, false);
        Assistant auditor = new Assistant(issuer.token("auditor", READS + " ledger:audit"));

        assertThat(explain(transfer).get("commit").has("actor")).isFalse();
        assertThat(
                        auditor.call(
                                        "explain_transfer",
                                        Map.of("transfer", transfer.get("id").textValue()))
                                .get("commit")
                                .get("actor")
                                .textValue())
                .isEqualTo("teller-7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "find_accounts | {'limit':0} | limit",
                "find_accounts | {'limit':101} | limit",
                "find_accounts | {'limit':'5'} | limit",
                "find_accounts | {'limit':1.5} | limit",
                "find_accounts | {'name':7} | name",
                "find_accounts | {'min_balance':9007199254740992} | min_balance",
                "find_accounts | {'max_balance':99999999999999999999999} | max_balance",
                "find_accounts | {'frozen':'half'} | frozen",
                "find_accounts | {'after':'1'} | after",
                "find_accounts | {'colour':'red'} | colour",
                "balance_at | {} | account",
                "balance_at | {'account':null} | account",
                "balance_at | {'account':'1'} | account",
                "balance_at | {'account':'c0ffee00-0000-4000-8000-000000000001','time':'now'} | time",
                "account_history | {'direction':'in'} | account",
                "account_history | {'account':'c0ffee00-0000-4000-8000-000000000001','before':'x'} | before",
                "account_history | {'account':'c0ffee00-0000-4000-8000-000000000001','direction':'up'} | direction",
                "explain_transfer | {} | transfer",
                "explain_transfer | {'transfer':{}} | transfer"
            })
    void saysWhatIsWrongWithAnArgument(String tool, String arguments, String field) {
        JsonNode result =
                assistant
                        .send(
                                "{'jsonrpc':'2.0','id':'a','method':'tools/call','params':{'name':'%s','arguments':%s}}"
                                        .formatted(tool, arguments)
                                        .replace('\'', '"'))
                        .expect(200)
                        .get("result");

        assertThat(result.get("isError").booleanValue()).isTrue();
        JsonNode problem = result.get("structuredContent");
        assertThat(problem.get("type").textValue()).isEqualTo("urn:remit:problem:invalid-request");
        assertThat(problem.get("errors").findValuesAsText("field")).containsExactly(field);
        assertThat(problem.get("detail").textValue()).doesNotContain("Exception", "java");
    }

    @ParameterizedTest
    @CsvSource({
        "balance_at, account, account-not-found",
        "account_history, account, account-not-found",
        "explain_transfer, transfer, transfer-not-found"
    })
    void saysThatThereIsNoSuchThing(String tool, String argument, String slug) {
        String id = UUID.randomUUID().toString();

        assertThat(assistant.fail(tool, Map.of(argument, id)).get("type").textValue())
                .isEqualTo("urn:remit:problem:" + slug);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | -32700",
                "{'id':1,'id':2} | -32700",
                "[] | -32600",
                "[{'jsonrpc':'2.0','id':1,'method':'ping'}] | -32600",
                "7 | -32600",
                "{'id':1,'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':null,'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':1,'method':7} | -32600",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':[]} | -32600"
            })
    void whatIsNoMessageIsRefused(String text, int code) {
        JsonNode answer = assistant.send(text.replace('\'', '"')).expect(400);

        assertThat(answer.get("error").get("code").intValue()).isEqualTo(code);
        assertThat(answer.get("id").isNull()).isTrue();
    }

    @Test
    void whatIsNotThereIsAnError() {
        assertThat(code(assistant.answer("resources/list", Map.of()))).isEqualTo(-32601);
        assertThat(code(assistant.answer("tools/call", Map.of("name", "post_transfer"))))
                .isEqualTo(-32602);
        assertThat(
                        code(
                                assistant.answer(
                                        "tools/call",
                                        Map.of("name", "find_accounts", "arguments", "all"))))
                .isEqualTo(-32602);
    }

    @Test
    void whatWantsNoAnswerGetsNone() {
        Answer answer =
                assistant.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

        assertThat(answer.expect(202)).isNull();
    }

    @Test
    void takesNothingButSmallMessagesByPost() {
        Answer get = new Answer(given().auth().oauth2(assistant.token()).get("/mcp"));
        get.expectProblem(405, "method-not-allowed");
        assertThat(get.header("Allow")).isEqualTo("POST");
        assistant.send(message("x".repeat(64 * 1024))).expectProblem(413, "payload-too-large");
        new Answer(
                        given().auth()
                                .oauth2(assistant.token())
                                .contentType(ContentType.TEXT)
                                .body(message("ping"))
                                .post("/mcp"))
                .expectProblem(415, "unsupported-media-type");
        assertThat(withHeader("MCP-Protocol-Version", "1999-01-01").response().statusCode())
                .isEqualTo(400);
        withHeader("MCP-Protocol-Version", "2025-06-18").expect(200);
    }

    @Test
    void noPageInABrowserMayAsk() {
        withHeader("Origin", "http://localhost:8080").expectProblem(403, "forbidden");
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        new Assistant(null).send(message("ping")).expectProblem(401, "unauthorized");
        new Assistant(issuer.token("ann", "transfers:read ledger:audit"))
                .send(message("ping"))
                .expectProblem(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%6dcp", "/mcp;x", "//mcp", "/./mcp"})
    void noOtherSpellingLeadsPastTheDoor(String path) {
        assertThat(
                        given().urlEncodingEnabled(false)
                                .contentType(ContentType.JSON)
                                .body(message("tools/list"))
                                .post(path)
                                .statusCode())
                .isIn(401, 404);
    }

    @ParameterizedTest
    @CsvSource({"account_history, account", "explain_transfer, transfer"})
    void transfersAreShownToThoseWhoMayReadThem(String tool, String argument) {
        Assistant other = new Assistant(issuer.token("ann", "accounts:read"));

        JsonNode problem = other.fail(tool, Map.of(argument, UUID.randomUUID().toString()));

        assertThat(problem.get("type").textValue()).isEqualTo("urn:remit:problem:forbidden");
        assertThat(problem.get("scope").textValue()).isEqualTo("transfers:read");
        assertThat(other.call("find_accounts", Map.of("limit", 1)).has("items")).isTrue();
    }

    private Answer withHeader(String name, String value) {
        return new Answer(
                given().auth()
                        .oauth2(assistant.token())
                        .header(name, value)
                        .contentType(ContentType.JSON)
                        .body(message("ping"))
                        .post("/mcp"));
    }

    private JsonNode call(String tool, Map<String, ?> arguments) {
        return assistant.call(tool, arguments);
    }

    private JsonNode explain(JsonNode transfer) {
        return call("explain_transfer", Map.of("transfer", transfer.get("id").textValue()));
    }

    private String open(String name, long balance) {
        return write("/accounts", Map.of("name", name, "balance", balance))
                .expect(201)
                .get("id")
                .textValue();
    }

    private JsonNode transfer(String from, String to, long amount, boolean isHold) {
        return write(
                        "/transfers",
                        Map.of("from", from, "to", to, "amount", amount, "pending", isHold))
                .expect(201);
    }

    private static String path(JsonNode transfer, String follower) {
        return "/transfers/" + transfer.get("id").textValue() + "/" + follower;
    }

    private Answer write(String path, Map<String, ?> body) {
        return new Answer(
                given().auth()
                        .oauth2(writer)
                        .contentType(ContentType.JSON)
                        .body(text(body))
                        .post(path));
    }

    private static int code(JsonNode answer) {
        return answer.get("error").get("code").intValue();
    }

    private static String message(String method) {
        return text(Map.of("jsonrpc", "2.0", "id", 1, "method", method));
    }
}
