package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.delete;
import static dev.remit.api.problem.BadRequest.get;
import static dev.remit.api.problem.BadRequest.invalid;
import static dev.remit.api.problem.BadRequest.patch;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests that can be read, and break a rule about a field, a header or a parameter. */
final class BrokenRules {

    private static final String ACCOUNTS = "/accounts";
    private static final String BATCH = "/accounts/batch";
    private static final String TRANSFERS = "/transfers";
    private static final String TRANSFER_BATCH = "/transfers/batch";
    private static final String DEPOSITS = "/accounts/{alice}/deposits";
    private static final String WITHDRAWALS = "/accounts/{alice}/withdrawals";

    private static final String CAROL = "/accounts/{carol}";
    private static final String POST = "/transfers/{held}/post";
    private static final String VOID = "/transfers/{held}/void";
    private static final String REVERSE = "/transfers/{posted}/reverse";

    private BrokenRules() {}

    static Stream<BadRequest> all() {
        return Stream.of(
                        fields(),
                        terms(),
                        metadata(),
                        holds(),
                        batches(),
                        amounts(),
                        nothing(),
                        texts(),
                        keys(),
                        preconditions(),
                        queries())
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

    private static Stream<BadRequest> terms() {
        return Stream.of(
                        "\"overdraft\":-1",
                        "\"overdraft\":9007199254740992",
                        "\"overdraft\":1" + "0".repeat(30),
                        "\"frozen\":\"\"",
                        "\"frozen\":\"yes\"",
                        "\"frozen\":\"ALL\"",
                        "\"frozen\":\"debits,credits\"",
                        "\"frozen\":\"none\\n\"",
                        "\"name\":\"\\u0000\"",
                        "\"name\":\"" + "n".repeat(256) + "\"")
                .flatMap(
                        field ->
                                Stream.of(
                                        invalid("terms", ACCOUNTS, "{" + field + "}"),
                                        invalid("terms", BATCH, "{\"accounts\":[{" + field + "}]}"),
                                        change("terms", "{" + field + "}")));
    }

    private static Stream<BadRequest> metadata() {
        return Stream.concat(
                Stream.of(
                                "\"\":\"x\"",
                                "\"" + "k".repeat(101) + "\":\"x\"",
                                "\"a\":\"" + "x".repeat(4096) + "\"",
                                // Each of them is six bytes as JSON.
                                "\"a\":\"" + "\\u0001".repeat(700) + "\"",
                                "\"a\":\"" + "€".repeat(1400) + "\"",
                                many(1000),
                                "\"\\u0000\":\"x\"",
                                "\"a\\u0000\":\"x\"",
                                "\"a\":\"\\u0000\"",
                                "\"a\":\"\\udc00\"")
                        .flatMap(BrokenRules::metadataOf),
                Stream.of(
                        invalid("no text", ACCOUNTS, "{\"metadata\":{\"a\":null}}"),
                        invalid("no text", DEPOSITS, "{\"amount\":1,\"metadata\":{\"a\":null}}"),
                        invalid("no text", REVERSE, "{\"metadata\":{\"a\":\"b\",\"b\":null}}")));
    }

    private static Stream<BadRequest> metadataOf(String entries) {
        String metadata = "\"metadata\":{" + entries + "}";
        String what = "metadata of " + entries.length();
        String transfer = transfer("\"{alice}\"", "\"{bob}\"", "1," + metadata);
        return Stream.of(
                invalid(what, ACCOUNTS, "{" + metadata + "}"),
                invalid(what, BATCH, "{\"accounts\":[{},{" + metadata + "}]}"),
                change(what, "{" + metadata + "}"),
                invalid(what, TRANSFERS, transfer),
                invalid(what, TRANSFER_BATCH, "{\"transfers\":[" + transfer + "]}"),
                invalid(what, DEPOSITS, "{\"amount\":1," + metadata + "}"),
                invalid(what, WITHDRAWALS, "{\"amount\":1," + metadata + "}"),
                invalid(what, REVERSE, "{" + metadata + "}"));
    }

    private static String many(int names) {
        return IntStream.range(0, names)
                .mapToObj(i -> "\"%d\":\"\"".formatted(i))
                .collect(Collectors.joining(","));
    }

    private static Stream<BadRequest> holds() {
        String hold = "\"from\":\"{carol}\",\"to\":\"{bob}\",\"amount\":1";
        return Stream.of(
                        Stream.of(
                                        "\"expiresIn\":\"PT1H\"",
                                        "\"pending\":false,\"expiresIn\":\"PT1H\"",
                                        "\"pending\":null,\"expiresIn\":\"PT1H\"")
                                .map(field -> hold + "," + field),
                        Stream.of(
                                        "",
                                        " ",
                                        "15",
                                        "soon",
                                        "PT",
                                        "PT0S",
                                        "PT0.0000001S",
                                        "PT-1S",
                                        "-PT1H",
                                        "P401D",
                                        "P1M",
                                        "P1Y",
                                        "P1W",
                                        "PT1H ",
                                        "PT9223372036854775807H",
                                        "PT" + "9".repeat(100) + "S",
                                        "PT1H\\u0000")
                                .map(
                                        time ->
                                                "%s,\"pending\":true,\"expiresIn\":\"%s\""
                                                        .formatted(hold, time)),
                        Stream.of(
                                "\"to\":\"{bob}\",\"amount\":1,\"pending\":true",
                                "\"from\":null,\"to\":\"{bob}\",\"amount\":1,\"pending\":true"))
                .flatMap(bodies -> bodies)
                .flatMap(
                        body ->
                                Stream.of(
                                        invalid("hold", TRANSFERS, "{" + body + "}"),
                                        invalid(
                                                "hold in a batch",
                                                TRANSFER_BATCH,
                                                "{\"transfers\":[{" + body + "}]}")));
    }

    private static Stream<BadRequest> preconditions() {
        return Stream.of(
                        "",
                        "1.0.0",
                        "\"1.0.0",
                        "1.0.0\"",
                        "\"a\" \"b\"",
                        "\"a\"\"b\"",
                        "\"a\",",
                        ",\"a\"",
                        "\"a b\"",
                        "*, \"a\"",
                        "**",
                        "W/",
                        "w/\"1.0.0\"",
                        "'1.0.0'")
                .map(tags -> change("If-Match", "{\"name\":\"x\"}").with("If-Match", tags));
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
                                                "{\"amount\":" + value + "}"),
                                        invalid(
                                                "posting of " + value,
                                                POST,
                                                "{\"amount\":" + value + "}"),
                                        invalid(
                                                "reversal of " + value,
                                                REVERSE,
                                                "{\"amount\":" + value + "}")));
    }

    private static Stream<BadRequest> nothing() {
        Stream<BadRequest> followers =
                Stream.of(
                        invalid("posting of nothing", POST, "{\"amount\":0}"),
                        invalid("reversal of nothing", REVERSE, "{\"amount\":-0}"));
        Stream<BadRequest> others =
                Stream.of("0", "-0", "null")
                        .flatMap(
                                value ->
                                        Stream.of(
                                                invalid(
                                                        "amount " + value,
                                                        TRANSFERS,
                                                        transfer(
                                                                "\"{alice}\"", "\"{bob}\"", value)),
                                                invalid(
                                                        "withdrawal of " + value,
                                                        WITHDRAWALS,
                                                        "{\"amount\":" + value + "}")));
        return Stream.concat(followers, others);
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
                                                REVERSE,
                                                "{\"reference\":\"" + text + "\"}"),
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
        BadRequest posting =
                invalid("key unlike the id", POST, "{\"id\":\"" + UUID.randomUUID() + "\"}");
        return Stream.of(
                posting.with(key, "order-4711"),
                invalid("key", VOID, "{}").with(key, ""),
                invalid("key", VOID, "{}").with(key, "one").with(key, "two"),
                invalid("key", REVERSE, "{}").with(key, "a b"),
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
                get("balance", "/accounts?minBalance=--1", 400, slug, "errors"),
                get("balance", "/accounts?minBalance=-", 400, slug, "errors"),
                get("balance", "/accounts?minBalance=-9007199254740992", 400, slug, "errors"),
                get("frozen", "/accounts?frozen=yes", 400, slug, "errors"),
                get("frozen", "/accounts?frozen=ALL", 400, slug, "errors"),
                get("frozen", "/accounts?frozen=", 400, slug, "errors"),
                get("limit", "/accounts/{carol}/terms?limit=0", 400, slug, "errors"),
                get("before", "/accounts/{carol}/terms?before=-1", 400, slug, "errors"),
                get("before", "/accounts/{carol}/terms?before=x", 400, slug, "errors"),
                get("limit", "/accounts/{carol}/holds?limit=1001", 400, slug, "errors"),
                get("after", "/accounts/{carol}/holds?after=1", 400, slug, "errors"),
                get("after", "/accounts/{carol}/holds?after=", 400, slug, "errors"),
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
                get("from", "/accounts/{alice}/statement?from=now", 400, slug, "errors"),
                get("to", "/accounts/{alice}/statement?to=", 400, slug, "errors"),
                get(
                        "to before from",
                        "/accounts/{alice}/statement?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                        400,
                        slug,
                        "errors"),
                get(
                        "from in times to come",
                        "/accounts/{alice}/statement.json?from=9999-01-01T00:00:00Z",
                        400,
                        slug,
                        "errors"),
                get("from", "/accounts/{alice}/statement.csv?from=2026-01-01", 400, slug, "errors"),
                get("to", "/accounts/{alice}/statement.xml?to=tomorrow", 400, slug, "errors"),
                get("limit", "/events?limit=0", 400, slug, "errors"),
                get("limit", "/events?limit=1001", 400, slug, "errors"),
                get("after", "/events?after=", 400, slug, "errors"),
                get("after", "/events?after=1", 400, slug, "errors"),
                get("after", "/events?after=1.", 400, slug, "errors"),
                get("after", "/events?after=.1", 400, slug, "errors"),
                get("after", "/events?after=-1.1", 400, slug, "errors"),
                get("after", "/events?after=1.1.1", 400, slug, "errors"),
                get("after", "/events?after=1000000000000000000.1", 400, slug, "errors"),
                get("after", "/events?after=1.1000000000", 400, slug, "errors"),
                stream("limit", "/events?limit=5"),
                stream("after", "/events?after=1"),
                stream("Last-Event-ID", "/events").with("Last-Event-ID", "now"),
                get("now, on a page", "/events?after=now", 400, slug, "errors"),
                get("type", "/events?type=", 400, slug, "errors"),
                get("type", "/events?type=transfer.posted", 400, slug, "errors"),
                get("type", "/events?type=DEV.REMIT.TRANSFER.POSTED", 400, slug, "errors"),
                get(
                        "one type of two",
                        "/events?type=dev.remit.transfer.posted&type=x",
                        400,
                        slug,
                        "errors"),
                get("account", "/events?account=", 400, slug, "errors"),
                get("account", "/events?account=1-1-1-1-1", 400, slug, "errors"),
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
                dry(POST, "{}"),
                dry(VOID, "{}"),
                dry(REVERSE, "{}"),
                patch("dry run", CAROL + "?dryRun=1", "{\"name\":\"x\"}", 400, slug, "errors"),
                dry(DEPOSITS, "{\"amount\":1}"),
                dry(WITHDRAWALS, "{\"amount\":1}"),
                delete("payout", "/accounts/{alice}?payout=yes", 400, slug, "errors"),
                delete("payout", "/accounts/{alice}?payout=TRUE", 400, slug, "errors"));
    }

    private static String units(String currency, String minorUnits) {
        return "{\"currency\":\"%s\",\"minorUnits\":%s}".formatted(currency, minorUnits);
    }

    private static BadRequest change(String what, String body) {
        return patch(what, CAROL, body, 400, "invalid-request", "errors");
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

    private static BadRequest stream(String what, String path) {
        return get(what, path, 400, "invalid-request", "errors")
                .with("Accept", "text/event-stream");
    }
}
