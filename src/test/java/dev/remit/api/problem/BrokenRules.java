package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.delete;
import static dev.remit.api.problem.BadRequest.get;
import static dev.remit.api.problem.BadRequest.invalid;

import java.util.UUID;
import java.util.stream.Stream;

/** Requests that can be read, and break a rule about a field, a header or a parameter. */
final class BrokenRules {

    private static final String ACCOUNTS = "/accounts";
    private static final String BATCH = "/accounts/batch";
    private static final String TRANSFERS = "/transfers";
    private static final String DEPOSITS = "/accounts/{alice}/deposits";
    private static final String WITHDRAWALS = "/accounts/{alice}/withdrawals";

    private BrokenRules() {}

    static Stream<BadRequest> all() {
        return Stream.of(fields(), amounts(), nothing(), texts(), keys(), queries())
                .flatMap(stream -> stream);
    }

    private static Stream<BadRequest> fields() {
        return Stream.of(
                invalid("nothing given", TRANSFERS, "{}"),
                invalid("no from", TRANSFERS, "{\"to\":\"{bob}\",\"amount\":1}"),
                invalid("no to", TRANSFERS, "{\"from\":\"{alice}\",\"amount\":1}"),
                invalid("no amount", TRANSFERS, "{\"from\":\"{alice}\",\"to\":\"{bob}\"}"),
                invalid("null from", TRANSFERS, transfer("null", "\"{bob}\"", "1")),
                invalid("null to", TRANSFERS, transfer("\"{alice}\"", "null", "1")),
                invalid("no amount to deposit", DEPOSITS, "{}"),
                invalid("no amount to withdraw", WITHDRAWALS, "{}"),
                invalid("no accounts", BATCH, "{}"),
                invalid("null accounts", BATCH, "{\"accounts\":null}"),
                invalid("empty accounts", BATCH, "{\"accounts\":[]}"),
                invalid("null among accounts", BATCH, "{\"accounts\":[{},null]}"),
                invalid("too many accounts", BATCH, accounts(10_001)),
                invalid(
                        "bad account behind a good one",
                        BATCH,
                        "{\"accounts\":[{},{\"balance\":-1}]}"));
    }

    private static Stream<BadRequest> amounts() {
        return Stream.of("-1", "9007199254740992", "1" + "0".repeat(30), "-1" + "0".repeat(30))
                .flatMap(
                        value ->
                                Stream.of(
                                        invalid(
                                                "balance " + value,
                                                ACCOUNTS,
                                                "{\"balance\":" + value + "}"),
                                        invalid(
                                                "amount " + value,
                                                TRANSFERS,
                                                transfer("\"{alice}\"", "\"{bob}\"", value)),
                                        invalid(
                                                "deposit of " + value,
                                                DEPOSITS,
                                                "{\"amount\":" + value + "}")));
    }

    private static Stream<BadRequest> nothing() {
        return Stream.of("0", "-0", "null")
                .flatMap(
                        value ->
                                Stream.of(
                                        invalid(
                                                "amount " + value,
                                                TRANSFERS,
                                                transfer("\"{alice}\"", "\"{bob}\"", value)),
                                        invalid(
                                                "withdrawal of " + value,
                                                WITHDRAWALS,
                                                "{\"amount\":" + value + "}")));
    }

    private static Stream<BadRequest> texts() {
        return Stream.of(
                        "\\u0000",
                        "a\\u0000b",
                        "\\ud800",
                        "a\\udc00b",
                        "\\udc00\\ud800",
                        "n".repeat(256))
                .flatMap(
                        text ->
                                Stream.of(
                                        invalid(
                                                "name of " + text.length(),
                                                ACCOUNTS,
                                                "{\"name\":\"" + text + "\"}"),
                                        invalid(
                                                "reference of " + text.length(),
                                                TRANSFERS,
                                                "{\"from\":\"{alice}\",\"to\":\"{bob}\",\"amount\":1,"
                                                        + "\"reference\":\""
                                                        + text
                                                        + "\"}")));
    }

    private static Stream<BadRequest> keys() {
        BadRequest good = invalid("key", TRANSFERS, transfer("\"{alice}\"", "\"{bob}\"", "1"));
        BadRequest withId =
                invalid(
                        "key unlike the id",
                        DEPOSITS,
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"amount\":1}");
        String key = "Idempotency-Key";
        return Stream.of(
                good.with(key, ""),
                good.with(key, "x".repeat(256)),
                good.with(key, "a b"),
                good.with(key, "a\tb"),
                good.with(key, "ä"),
                good.with(key, "one").with(key, "two"),
                withId.with(key, UUID.randomUUID().toString()),
                withId.with(key, "order-4711"));
    }

    private static Stream<BadRequest> queries() {
        String slug = "invalid-request";
        return Stream.of(
                get("limit", "/accounts?limit=0", 400, slug, "errors"),
                get("limit", "/accounts?limit=1001", 400, slug, "errors"),
                get("limit", "/accounts?limit=-1", 400, slug, "errors"),
                get("limit", "/accounts?limit=ten", 400, slug, "errors"),
                get("limit", "/accounts?limit=1.5", 400, slug, "errors"),
                get("limit", "/accounts?limit=10000000000", 400, slug, "errors"),
                get("after", "/accounts?after=x", 400, slug, "errors"),
                get("after", "/accounts?after=1-1-1-1-1", 400, slug, "errors"),
                get("limit", "/accounts/{alice}/transfers?limit=0", 400, slug, "errors"),
                get("before", "/accounts/{alice}/transfers?before=0", 400, slug, "errors"),
                get("before", "/accounts/{alice}/transfers?before=x", 400, slug, "errors"),
                delete("payout", "/accounts/{alice}?payout=yes", 400, slug, "errors"),
                delete("payout", "/accounts/{alice}?payout=TRUE", 400, slug, "errors"));
    }

    private static String transfer(String from, String to, String amount) {
        return "{\"from\":%s,\"to\":%s,\"amount\":%s}".formatted(from, to, amount);
    }

    private static String accounts(int count) {
        return "{\"accounts\":[" + "{},".repeat(count - 1) + "{}]}";
    }
}
