package dev.remit.api.export;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.delete;
import static dev.remit.RemitApi.fields;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.json;
import static dev.remit.RemitApi.patch;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.RemitApi.Answer;
import dev.remit.api.RawHttp;
import dev.remit.bank.RemitClient;
import dev.remit.bank.Reply;
import dev.remit.bank.Wish;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All accounts and all transfers, as files. */
@QuarkusTest
class ExportTest {

    private static final String ODD = "Zoë \"Z\", of 1;\tone\r\nline =1+1 \uD83D\uDE00";

    /** Of rows of the journal. */
    private static final int MORE_THAN_A_PAGE = 1_100;

    @TestHTTPResource("/")
    URI service;

    @Test
    void aTransferIsALineAsTheApiShowsIt() {
        UUID from = account(100);
        UUID to = account(0);
        String since = head();
        JsonNode transfer =
                post("/transfers", Map.of("from", from, "to", to, "amount", 7, "reference", ODD))
                        .expect(201);

        assertThat(lines("/transfers.ndjson?since=" + since).map(line -> json(line)))
                .containsExactly(transfer);
        assertThat(lines("/transfers.ndjson?since=" + since))
                .containsExactly(
                        get("/transfers/" + transfer.get("id").textValue()).response().asString());
    }

    @Test
    void transfersComeInTheOrderOfTheJournal() {
        UUID account = account(100);
        String since = head();
        List<String> ids = new ArrayList<>();
        for (int commit = 0; commit < 3; commit++) {
            List<Map<String, Object>> batch =
                    IntStream.range(0, 40)
                            .mapToObj(i -> UUID.randomUUID())
                            .peek(id -> ids.add(id.toString()))
                            .map(id -> Map.<String, Object>of("id", id, "to", account, "amount", 1))
                            .toList();
            post("/transfers/batch", Map.of("transfers", batch)).expect(201);
        }

        assertThat(lines("/transfers.ndjson?since=" + since).map(line -> json(line)))
                .extracting(line -> line.get("id").textValue())
                .containsExactlyElementsOf(ids);
        assertThat(lines("/transfers.csv?since=" + since).skip(1))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactlyElementsOf(ids);
    }

    @Test
    void sinceACommitOrATime() {
        UUID account = account(0);
        Map<String, ?> deposit = Map.of("amount", 1);
        JsonNode first = post("/accounts/" + account + "/deposits", deposit).expect(201);
        JsonNode second = post("/accounts/" + account + "/deposits", deposit).expect(201);
        String time = second.get("createdAt").textValue();

        // The commit that is named has been seen; what happens at the time has not.
        assertThat(
                        lines("/transfers.ndjson?since=" + first.get("sequence"))
                                .map(line -> json(line)))
                .containsExactly(second);
        assertThat(lines("/transfers.ndjson?since=" + time).map(line -> json(line)))
                .contains(second)
                .doesNotContain(first);
        assertThat(lines("/transfers.ndjson?since=" + second.get("sequence"))).isEmpty();
        assertThat(lines("/transfers.ndjson?since=999999999999999999")).isEmpty();
        assertThat(lines("/transfers.ndjson?since=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(
                        lines("/transfers.ndjson?since=2001-01-01T00:00:00Z")
                                .filter(line -> line.contains(account.toString())))
                .hasSize(2);
    }

    @Test
    void everyAnswerSaysAsOfWhichCommitItIs() {
        account(5);
        long head = Long.parseLong(head());

        for (String path :
                List.of(
                        "/accounts.csv",
                        "/accounts.ndjson",
                        "/transfers.csv",
                        "/transfers.ndjson")) {
            assertThat(new Answer(given().get(path)).header("Remit-Sequence"))
                    .as(path)
                    .isEqualTo(Long.toString(head));
        }
    }

    @Test
    void anAccountIsALineWithWhatItWasOpenedWith() {
        UUID account =
                UUID.fromString(
                        post(
                                        "/accounts",
                                        Map.of(
                                                "balance",
                                                100,
                                                "name",
                                                "x",
                                                "overdraft",
                                                5,
                                                "metadata",
                                                Map.of("k", ODD)))
                                .expect(201)
                                .get("id")
                                .textValue());
        post("/accounts/" + account + "/withdrawals", Map.of("amount", 30)).expect(201);
        patch("/accounts/" + account, text(Map.of("name", ODD, "frozen", "debits")), null)
                .expect(200);
        UUID empty = account(0);
        post("/accounts/" + empty + "/deposits", Map.of("amount", 3)).expect(201);

        JsonNode line = json(line("/accounts.ndjson", account));

        assertThat(fields(line))
                .containsExactly(
                        "id",
                        "balance",
                        "version",
                        "name",
                        "currency",
                        "minorUnits",
                        "createdAt",
                        "openingBalance",
                        "overdraft",
                        "frozen",
                        "metadata");
        Map<String, JsonNode> shown = new HashMap<>();
        get("/accounts/" + account)
                .expect(200)
                .properties()
                .forEach(it -> shown.put(it.getKey(), it.getValue()));
        shown.put("openingBalance", json("100"));
        line.properties()
                .forEach(it -> assertThat(it.getValue()).isEqualTo(shown.get(it.getKey())));
        assertThat(json(line("/accounts.ndjson", empty)).get("openingBalance").longValue())
                .isZero();
        assertThat(line("/accounts.csv", empty))
                .matches(empty + ",3,1,,USD,2,\\d{4}-[^,]+Z,0,0,none,");
        // Its name has a line break.
        assertThat(get("/accounts.csv").response().asString())
                .containsPattern(account + ",70,2,\"[^\n]+\r\n[^\n]+,100,5,debits,\"\\{\"\"k\"\":");
    }

    @Test
    void accountsComeInOrderOfIdAndClosedOnesIfAskedFor() {
        UUID open = account(1);
        UUID closed = account(2);
        delete("/accounts/" + closed + "?payout=true").expect(204);

        assertThat(lines("/accounts.ndjson")).noneMatch(line -> line.contains(closed.toString()));
        assertThat(lines("/accounts.ndjson?closed=false"))
                .noneMatch(line -> line.contains(closed.toString()));
        JsonNode line = json(line("/accounts.ndjson?closed=true", closed));
        assertThat(line.get("closed").booleanValue()).isTrue();
        assertThat(line.get("balance").longValue()).isZero();
        assertThat(line.get("version").longValue()).isEqualTo(2);
        assertThat(line.get("openingBalance").longValue()).isEqualTo(2);
        assertThat(json(line("/accounts.ndjson?closed=true", open)).get("closed").booleanValue())
                .isFalse();
        assertThat(lines("/accounts.csv?closed=true").findFirst().orElseThrow())
                .endsWith(",openingBalance,overdraft,frozen,metadata,closed");
        assertThat(lines("/accounts.ndjson?closed=true").map(it -> json(it).get("id").textValue()))
                .isSorted();
    }

    /**
     * What is read first and what is read last are as of one moment, whatever is posted meanwhile;
     * also if one of them has more rows than are read at a time.
     */
    @Test
    void allOfItIsAsOfOneCommit() throws Exception {
        UUID first = open(new UUID(0, UUID.randomUUID().getLeastSignificantBits()), 1_000_000);
        List<Map<String, Object>> between =
                Stream.generate(() -> Map.<String, Object>of("name", "between"))
                        .limit(3000)
                        .toList();
        post("/accounts/batch", Map.of("accounts", between)).expect(201);
        UUID last = open(new UUID(-1, UUID.randomUUID().getLeastSignificantBits()), 1_000_000);
        AtomicLong posted = new AtomicLong();
        AtomicBoolean isEnough = new AtomicBoolean();
        try (RemitClient client = new RemitClient(service);
                ExecutorService poster = Executors.newSingleThreadExecutor()) {
            Future<?> posting =
                    poster.submit(
                            () -> {
                                while (!isEnough.get()) {
                                    Reply reply = client.ask(Wish.transfer(first, last, 1));
                                    assertThat(reply.status()).isEqualTo(201);
                                    posted.incrementAndGet();
                                }
                                return posted;
                            });
            try {
                for (int next = 100; next <= MORE_THAN_A_PAGE; next += 200) {
                    int enough = next;
                    await().atMost(Duration.ofMinutes(2)).until(() -> posted.get() >= enough);
                    Map<String, JsonNode> accounts =
                            lines("/accounts.ndjson")
                                    .map(line -> json(line))
                                    .collect(
                                            Collectors.toMap(
                                                    line -> line.get("id").textValue(),
                                                    Function.identity()));
                    JsonNode from = accounts.get(first.toString());
                    JsonNode to = accounts.get(last.toString());
                    assertThat(to.get("version")).isEqualTo(from.get("version"));
                    assertThat(from.get("balance").longValue() + to.get("balance").longValue())
                            .isEqualTo(2_000_000);
                }
            } finally {
                isEnough.set(true);
            }
            posting.get();
        }
        assertThat(json(line("/accounts.ndjson", first)).get("balance").longValue())
                .isEqualTo(1_000_000 - posted.get());
    }

    private static UUID open(UUID id, long balance) {
        post("/accounts", Map.of("id", id, "balance", balance)).expect(201);
        return id;
    }

    @Test
    void whatIsOddIsQuoted() {
        UUID account = account(100);
        String since = head();
        for (String reference :
                List.of(ODD, "", "plain text that is longer than a short one", " x ")) {
            post(
                            "/accounts/" + account + "/withdrawals",
                            Map.of("amount", 1, "reference", reference))
                    .expect(201);
        }
        post("/accounts/" + account + "/withdrawals", Map.of("amount", 1)).expect(201);

        String csv = get("/transfers.csv?since=" + since).response().asString();

        assertThat(csv)
                .startsWith(
                        "id,from,to,amount,reference,createdAt,sequence,fromBalance,fromVersion,toBalance,toVersion,metadata,kind,hold,reverses\r\n")
                .endsWith(",95,6,,,,,,\r\n")
                .contains("," + account + ",,1,\"" + ODD.replace("\"", "\"\"") + "\",2")
                .contains(",,1,\"\",2")
                .contains(",,1,plain text that is longer than a short one,2")
                .contains(",,1, x ,2")
                .contains(",,1,,2");
    }

    @Test
    void whatHasMovedMoneyIsExportedAndNothingElse() {
        UUID from = account(100);
        UUID to = account(0);
        String since = head();
        Map<String, Object> pending = Map.of("from", from, "to", to, "amount", 7, "pending", true);
        String hold = post("/transfers", pending).expect(201).get("id").textValue();
        JsonNode posted = post("/transfers/" + hold + "/post", Map.of("amount", 5)).expect(201);
        JsonNode reversed =
                post("/transfers/" + posted.get("id").textValue() + "/reverse").expect(201);
        String other = post("/transfers", pending).expect(201).get("id").textValue();
        post("/transfers/" + other + "/void").expect(201);

        assertThat(lines("/transfers.ndjson?since=" + since).map(line -> json(line)))
                .containsExactly(posted, reversed);
        assertThat(lines("/transfers.csv?since=" + since).skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(",capture," + hold + ","),
                        line ->
                                assertThat(line)
                                        .endsWith(",reversal,," + posted.get("id").textValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip, gzip",
        "'br, gzip;q=0.5', gzip",
        "*, gzip",
        "'gzip;q=0, *', ",
        "identity, ",
        "'br, *;q=0', "
    })
    void isCompressedForThoseWhoTakeIt(String accepted, String used) {
        // Not by a client that takes gzip whatever it is told to.
        RawHttp.Answer answer =
                new RawHttp(service)
                        .send("GET", "/accounts.csv", List.of("Accept-Encoding", accepted), null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("Content-Encoding")).isEqualTo(used);
        assertThat(answer.headers()).containsEntry("Vary", "Accept-Encoding");
        assertThat(answer.headers().get("Content-Type")).startsWith("text/csv;");
    }

    @Test
    void whatIsCompressedIsTheSame() {
        String compressed =
                given().header("Accept-Encoding", "gzip").get("/accounts.csv").asString();

        assertThat(compressed).isEqualTo(get("/accounts.csv").response().asString());
        assertThat(compressed).startsWith("id,balance,");
    }

    /** Nothing else is: what answers to one call hold is too little. */
    @Test
    void ordinaryAnswersAreNotCompressed() {
        Response answer = given().header("Accept-Encoding", "gzip").get("/accounts?limit=1000");

        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.header("Vary")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts.csv", "/transfers.ndjson"})
    void whoOnlyWantsTheHeadTakesNobodysPlace(String path) {
        for (int i = 0; i < 20; i++) {
            Response head = given().head(path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.header("Remit-Sequence")).isNotEmpty();
        }
    }

    @Test
    void theFormatIsWhatThePathSays() {
        Response answer = given().accept("application/json").get("/transfers.ndjson");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        get("/accounts.xml").expectProblem(404, "not-found");
        get("/accountsXcsv").expectProblem(404, "not-found");
        get("/accounts/csv").expectProblem(404, "account-not-found");
    }

    private static String head() {
        return text(get("/ledger").expect(200).get("sequence"));
    }

    private static String line(String path, UUID account) {
        return lines(path)
                .filter(line -> line.contains(account.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> lines(String path) {
        Response answer = get(path).response();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString().lines();
    }
}
