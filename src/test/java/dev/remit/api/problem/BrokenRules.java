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
    private static final String TRANSFER_BATCH = "/transfers/batch";
    private static final String DEPOSITS = "/accounts/{alice}/deposits";
    private static final String WITHDRAWALS = "/accounts/{alice}/withdrawals";

    private BrokenRules() {}

    static Stream<BadRequest> all() {
        return Stream.of(fields(), batches(), amounts(), nothing(), texts(), keys(), queries())
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
                invalid("currency in small letters", ACCOUNTS, "{\"currency\":\"usd\"}"),
                invalid("short currency", ACCOUNTS, "{\"currency\":\"US\"}"),
                invalid("long currency", ACCOUNTS, "{\"currency\":\"THIRTEENCHARS\"}"),
                invalid("currency with minor units", ACCOUNTS, "{\"currency\":\"BTC/8\"}"),
                invalid("no currency", ACCOUNTS, "{\"currency\":\"\"}"),
                invalid("too few minor units", ACCOUNTS, units("BTC", "-1")),
                invalid("too many minor units", ACCOUNTS, units("BTC", "19")),
                invalid("minor units unlike the currency's", ACCOUNTS, units("JPY", "2")),
                invalid("minor units unlike the dollar's", ACCOUNTS, "{\"minorUnits\":3}"),
                invalid(
                        "minor units unlike the currency's in a batch",
                        BATCH,
                        "{\"accounts\":[" + units("KWD", "2") + "]}"),
                invalid(
                        "bad account behind a good one",
                        BATCH,
                        "{\"accounts\":[{},{\"balance\":-1}]}"));
    }

    private static Stream<BadRequest> batches() {
        String good = transfer("\"{alice}\"", "\"{bob}\"", "1");
        return Stream.of(
                        "",
                        "\"transfers\":null",
                        "\"transfers\":[]",
                        "\"transfers\":[null]",
                        "\"transfers\":[{}]",
                        "\"transfers\":[{\"amount\":1}]",
                        "\"transfers\":[{\"from\":null,\"to\":null,\"amount\":1}]",
                        "\"transfers\":[%s,{\"to\":\"{bob}\"}]".formatted(good),
                        "\"transfers\":[%s]".formatted(good.replace(":1}", ":0}")),
                        "\"atomic\":false,\"transfers\":[%s,%s]"
                                .formatted(good, good.replace(":1}", ":-1}")),
                        "\"transfers\":[" + (good + ",").repeat(1000) + good + "]")
                .map(
                        body ->
                                invalid(
                                        "batch of " + body.length(),
                                        TRANSFER_BATCH,
                                        "{" + body + "}"));
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
        BadRequest batch =
                invalid(
                        "key of a batch",
                        TRANSFER_BATCH,
                        "{\"transfers\":[{\"to\":\"{bob}\",\"amount\":1}]}");
        return Stream.of(
                batch.with(key, ""),
                batch.with(key, "a b"),
                batch.with(key, "one").with(key, "two"),
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
                get("balance", "/accounts?minBalance=-1", 400, slug, "errors"),
                get("balance", "/accounts?maxBalance=1e3", 400, slug, "errors"),
                get("balance", "/accounts?maxBalance=9007199254740992", 400, slug, "errors"),
                get("reference", "/transfers", 400, slug, "errors"),
                get("reference", "/transfers?reference=%00", 400, slug, "errors"),
                get("limit", "/transfers?reference=x&limit=0", 400, slug, "errors"),
                get("before", "/transfers?reference=x&before=", 400, slug, "errors"),
                get(
                        "before",
                        "/transfers?reference=x&before=3." + "x".repeat(36),
                        400,
                        slug,
                        "errors"),
                get("direction", "/accounts/{alice}/transfers?direction=IN", 400, slug, "errors"),
                get("from", "/accounts/{alice}/transfers?from=now", 400, slug, "errors"),
                get("to", "/accounts/{alice}/transfers?to=", 400, slug, "errors"),
                get(
                        "counterparty",
                        "/accounts/{alice}/transfers?counterparty=x",
                        400,
                        slug,
                        "errors"),
                get("closed", "/accounts.csv?closed=yes", 400, slug, "errors"),
                get("closed", "/accounts.ndjson?closed=", 400, slug, "errors"),
                get("since", "/transfers.csv?since=-1", 400, slug, "errors"),
                get("since", "/transfers.csv?since=yesterday", 400, slug, "errors"),
                get("since", "/transfers.ndjson?since=1000000000000000000", 400, slug, "errors"),
                get("since", "/transfers.ndjson?since=", 400, slug, "errors"),
                get("at", "/accounts/summary?at=soon", 400, slug, "errors"),
                get("at", "/accounts/{alice}?at=", 400, slug, "errors"),
                get("at", "/accounts/{alice}?at=yesterday", 400, slug, "errors"),
                get("at", "/accounts/{alice}?at=2026-11-22", 400, slug, "errors"),
                get("at", "/accounts/{alice}?at=2026-11-22T13:33:07", 400, slug, "errors"),
                get("at", "/accounts/{alice}?at=2026-11-31T00:00:00Z", 400, slug, "errors"),
                get("at", "/accounts/{alice}?at=%2B12026-11-22T00:00:00Z", 400, slug, "errors"),
                get("at", "/accounts/{alice}?at=-0001-11-22T00:00:00Z", 400, slug, "errors"),
                get("limit", "/accounts/{alice}/transfers?limit=0", 400, slug, "errors"),
                get("before", "/accounts/{alice}/transfers?before=0", 400, slug, "errors"),
                get("before", "/accounts/{alice}/transfers?before=x", 400, slug, "errors"),
                delete("dry run", "/accounts/{alice}?dryRun=", 400, slug, "errors"),
                delete("dry run", "/accounts/{alice}?payout=true&dryRun", 400, slug, "errors"),
                dry(ACCOUNTS, "{}"),
                dry(BATCH, "{\"accounts\":[{}]}"),
                dry(TRANSFERS, transfer("\"{alice}\"", "\"{bob}\"", "1")),
                dry(TRANSFER_BATCH, "{\"transfers\":[{\"to\":\"{bob}\",\"amount\":1}]}"),
                dry(DEPOSITS, "{\"amount\":1}"),
                dry(WITHDRAWALS, "{\"amount\":1}"),
                delete("payout", "/accounts/{alice}?payout=yes", 400, slug, "errors"),
                delete("payout", "/accounts/{alice}?payout=TRUE", 400, slug, "errors"));
    }

    private static String units(String currency, String minorUnits) {
        return "{\"currency\":\"%s\",\"minorUnits\":%s}".formatted(currency, minorUnits);
    }

    private static BadRequest dry(String path, String body) {
        return invalid("dry run", path + "?dryRun=yes", body);
    }

    private static String transfer(String from, String to, String amount) {
        return "{\"from\":%s,\"to\":%s,\"amount\":%s}".formatted(from, to, amount);
    }

    private static String accounts(int count) {
        return "{\"accounts\":[" + "{},".repeat(count - 1) + "{}]}";
    }
}
