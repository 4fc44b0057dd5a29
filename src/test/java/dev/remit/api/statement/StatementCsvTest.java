package dev.remit.api.statement;

import static dev.remit.RemitApi.account;
import static dev.remit.RemitApi.get;
import static dev.remit.RemitApi.post;
import static dev.remit.RemitApi.transfer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A statement as a table, which says the same as the JSON. */
@QuarkusTest
class StatementCsvTest {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    @Test
    void hasALineForEachBalanceAndEachEntry() throws IOException {
        UUID alice = account(1000);
        UUID bob = account(0);
        transfer(alice, bob, 100).expect(201);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 5, "reference", "a, \"b\""))
                .expect(201);
        JsonNode json = get("/accounts/" + alice + "/statement").expect(200);
        JsonNode entries = json.get("entries");

        List<String[]> rows = rows(csv(alice, "?to=" + json.get("to").textValue()));

        assertThat(rows).hasSize(6);
        assertThat(rows.get(0))
                .containsExactly(
                        "type",
                        "account",
                        "time",
                        "version",
                        "amount",
                        "balance",
                        "currency",
                        "minorUnits",
                        "counterparty",
                        "transfer",
                        "reference",
                        "kind",
                        "sequence",
                        "hash");
        assertThat(rows.get(1))
                .containsExactly(
                        "opening",
                        alice.toString(),
                        json.get("from").textValue(),
                        "0",
                        "",
                        "0",
                        "USD",
                        "2",
                        "",
                        "",
                        "",
                        "",
                        String.valueOf(json.get("firstSequence").longValue() - 1),
                        "");
        assertThat(rows.get(3))
                .containsExactly(
                        "entry",
                        alice.toString(),
                        entries.get(1).get("createdAt").textValue(),
                        "2",
                        "-100",
                        "900",
                        "USD",
                        "2",
                        bob.toString(),
                        entries.get(1).get("transfer").textValue(),
                        "",
                        "",
                        entries.get(1).get("sequence").asText(),
                        "");
        assertThat(rows.get(4)).contains("5", "905", "a, \"b\"");
        assertThat(rows.get(5))
                .containsExactly(
                        "closing",
                        alice.toString(),
                        json.get("to").textValue(),
                        "3",
                        "",
                        "905",
                        "USD",
                        "2",
                        "",
                        "",
                        "",
                        "",
                        json.get("lastSequence").asText(),
                        json.get("hash").textValue());
    }

    @Test
    void linesEndAsTheStandardHasIt() {
        String csv = csv(account(1), "");

        assertThat(csv).endsWith("\r\n");
        assertThat(csv.split("\r\n")).hasSize(4);
        assertThat(csv.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void saysThatItIsUtf8WithAHeader() {
        String type = given().get("/accounts/" + account(1) + "/statement.csv").contentType();

        assertThat(type.replace(" ", "").split(";"))
                .containsExactlyInAnyOrder("text/csv", "charset=utf-8", "header=present");
    }

    static List<String> references() {
        return UnusualReferences.ALL;
    }

    @ParameterizedTest
    @MethodSource("references")
    void referencesAreGivenBackToTheLetter(String reference) throws IOException {
        UUID alice = account(0);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 1, "reference", reference))
                .expect(201);

        String csv = csv(alice, "");

        assertThat(rows(csv).get(2)[10]).isEqualTo(reference);
    }

    @Test
    void anEmptyReferenceIsNotTheSameAsNone() {
        UUID alice = account(0);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 1, "reference", "")).expect(201);
        post("/accounts/" + alice + "/deposits", Map.of("amount", 1)).expect(201);

        String[] lines = csv(alice, "").split("\r\n");

        assertThat(lines[2]).contains(",\"\",");
        assertThat(lines[3]).doesNotContain("\"\"");
    }

    private static String csv(UUID account, String query) {
        byte[] body =
                given().get("/accounts/" + account + "/statement.csv" + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .body()
                        .asByteArray();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static List<String[]> rows(String csv) throws IOException {
        try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(csv)) {
            return rows.readAll();
        }
    }
}
