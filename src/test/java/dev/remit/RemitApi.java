package dev.remit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as its callers see it: real HTTP, and answers that have been looked at. */
public final class RemitApi {

    /** What there is to say of an account, in order. */
    public static final List<String> FIELDS_OF_ACCOUNT =
            List.of(
                    "id",
                    "balance",
                    "version",
                    "name",
                    "currency",
                    "minorUnits",
                    "createdAt",
                    "held",
                    "available",
                    "overdraft",
                    "frozen",
                    "metadata");

    /** 2^53 - 1. */
    public static final long MAX = 9_007_199_254_740_991L;

    /** ISO 8601 in UTC, with all six digits of the microseconds. */
    public static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    /**
     * The place among the tests of one database for those who leave so much behind that the others
     * would take longer.
     */
    public static final int LAST = Integer.MAX_VALUE;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RemitApi() {}

    public static Answer get(String path) {
        return new Answer(given().get(path));
    }

    /** The page to which a page's Link leads; null if it is the last one. */
    public static Answer next(Answer page) {
        String link = page.header("Link");
        assertThat(link == null).isEqualTo(page.expect(200).get("next").isNull());
        if (link == null) {
            return null;
        }
        assertThat(link).matches("</[^>]+\\?[^>]+>; rel=\"next\"");
        String path = link.substring(1, link.indexOf('>'));
        return new Answer(given().urlEncodingEnabled(false).get(path));
    }

    /** Of all pages of a list, however many there are. */
    public static List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        for (Answer page = get(path); page != null; page = next(page)) {
            page.expect(200).get("items").forEach(items::add);
        }
        return items;
    }

    public static Answer delete(String path) {
        return new Answer(given().delete(path));
    }

    public static Answer post(String path, Map<String, ?> body) {
        return new Answer(typed().body(text(body)).post(path));
    }

    public static Answer post(String path, Map<String, ?> body, String idempotencyKey) {
        return new Answer(
                typed().header("Idempotency-Key", idempotencyKey).body(text(body)).post(path));
    }

    /** Without a body. */
    public static Answer post(String path) {
        return new Answer(given().post(path));
    }

    /**
     * @param ifMatch null for no such header
     */
    public static Answer patch(String path, String body, String ifMatch) {
        RequestSpecification request =
                given().contentType("application/merge-patch+json")
                        .body(body.getBytes(StandardCharsets.UTF_8));
        return new Answer(
                (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(path));
    }

    public static Answer transfer(UUID from, UUID to, long amount) {
        return post("/transfers", Map.of("from", from, "to", to, "amount", amount));
    }

    /** A new account with that much in it. */
    public static UUID account(long balance) {
        return UUID.fromString(
                post("/accounts", Map.of("balance", balance)).expect(201).get("id").textValue());
    }

    public static long balance(UUID account) {
        return get("/accounts/" + account).expect(200).get("balance").longValue();
    }

    /** Of all accounts that have the currency that nobody has to choose. */
    public static Books summary() {
        for (JsonNode total : get("/accounts/summary").expect(200).get("totals")) {
            if (total.get("currency").textValue().equals("USD")) {
                return new Books(total.get("count").longValue(), total.get("total").decimalValue());
            }
        }
        return new Books(0, BigDecimal.ZERO);
    }

    /** What the service measures, as Prometheus reads it. */
    public static String metrics() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString();
    }

    /** Newest first, all of it. */
    public static List<JsonNode> history(UUID account) {
        List<JsonNode> items = new ArrayList<>();
        String query = "?limit=1000";
        while (query != null) {
            JsonNode page = get("/accounts/" + account + "/transfers" + query).expect(200);
            page.get("items").forEach(items::add);
            JsonNode next = page.get("next");
            query = next.isNull() ? null : "?limit=1000&before=" + next.textValue();
        }
        return items;
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    public static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RequestSpecification typed() {
        return given().contentType(ContentType.JSON);
    }

    /** What accounts hold together, and how many they are. */
    public record Books(long count, BigDecimal total) {

        public Books plus(long accounts, long money) {
            return new Books(count + accounts, total.add(BigDecimal.valueOf(money)));
        }
    }

    public record Answer(Response response) {

        /** The body of an answer that has to have this status. */
        public JsonNode expect(int status) {
            String body = response.asString();
            assertThat(response.statusCode()).as(body).isEqualTo(status);
            return body.isEmpty() ? null : json(body);
        }

        /** The body of an answer that has to be this problem. */
        public JsonNode expectProblem(int status, String slug) {
            JsonNode problem = expect(status);
            assertThat(response.contentType()).isEqualTo("application/problem+json");
            assertThat(problem.get("type").textValue()).isEqualTo("urn:remit:problem:" + slug);
            assertThat(problem.get("status").intValue()).isEqualTo(status);
            return problem;
        }

        public String header(String name) {
            return response.header(name);
        }
    }

    /** The names of an object's fields, in order. */
    public static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
