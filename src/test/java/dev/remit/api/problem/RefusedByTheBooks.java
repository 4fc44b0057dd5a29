package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.NOBODY;
import static dev.remit.api.problem.BadRequest.delete;
import static dev.remit.api.problem.BadRequest.get;
import static dev.remit.api.problem.BadRequest.patch;
import static dev.remit.api.problem.BadRequest.post;

import java.util.Arrays;
import java.util.stream.Stream;

/** Requests that are in order, and ask for what the books do not allow. */
final class RefusedByTheBooks {

    private static final String ACCOUNTS = "/accounts";
    private static final String BATCH = "/accounts/batch";
    private static final String TRANSFERS = "/transfers";
    private static final String DEPOSITS = "/accounts/{alice}/deposits";
    private static final String WITHDRAWALS = "/accounts/{alice}/withdrawals";

    private static final String PATH = "/transfers/";
    private static final String CAROL = "/accounts/{carol}";

    /** Members of problems. */
    private static final String[] USED = {"account", "balance", "held"};

    private static final String[] FUNDS = {"account", "balance", "available", "amount"};

    /** A slug, and the members of such a problem. */
    private static final String[] REST = {"exceeds-transfer", "transfer", "rest", "amount"};

    private RefusedByTheBooks() {}

    static Stream<BadRequest> all() {
        return Stream.of(books(), terms(), holds(), reversals(), unknown())
                .flatMap(stream -> stream);
    }

    private static Stream<BadRequest> books() {
        return Stream.of(
                post(
                        "taken id",
                        ACCOUNTS,
                        "{\"id\":\"{alice}\"}",
                        409,
                        "account-exists",
                        "account"),
                post(
                        "taken id in a batch",
                        BATCH,
                        "{\"accounts\":[{\"balance\":1},{\"id\":\"{alice}\"}]}",
                        409,
                        "account-exists",
                        "account",
                        "index"),
                post(
                        "id twice in a batch, with other content",
                        BATCH,
                        "{\"accounts\":[{\"id\":\"%1$s\"},{\"id\":\"%1$s\",\"balance\":1}]}"
                                .formatted(NOBODY),
                        409,
                        "account-exists",
                        "account",
                        "index"),
                delete(
                        "money left",
                        "/accounts/{alice}",
                        409,
                        "account-not-empty",
                        "account",
                        "balance"),
                delete(
                        "money left",
                        "/accounts/{alice}?payout=false",
                        409,
                        "account-not-empty",
                        "account",
                        "balance"),
                refused(
                        "too little money",
                        transfer("\"{alice}\"", "\"{bob}\"", "1001"),
                        "insufficient-funds",
                        "account",
                        "balance",
                        "available",
                        "amount"),
                refused(
                        "too much money",
                        transfer("\"{alice}\"", "\"{full}\"", "1"),
                        "balance-limit",
                        "account",
                        "balance",
                        "amount"),
                refused(
                        "other currency",
                        transfer("\"{alice}\"", "\"{euros}\"", "1"),
                        "currency-mismatch",
                        "account"),
                refused(
                        "to itself",
                        transfer("\"{alice}\"", "\"{alice}\"", "1"),
                        "same-account",
                        "account"),
                post(
                        "too little money in a batch",
                        "/transfers/batch",
                        "{\"transfers\":[%s,%s]}"
                                .formatted(
                                        transfer("\"{alice}\"", "\"{bob}\"", "1000"),
                                        transfer("\"{alice}\"", "\"{bob}\"", "1")),
                        422,
                        "insufficient-funds",
                        "account",
                        "balance",
                        "available",
                        "amount",
                        "index"),
                post(
                        "other content in a batch",
                        "/transfers/batch",
                        "{\"transfers\":[{\"id\":\"{posted}\",\"to\":\"{alice}\",\"amount\":1}]}",
                        422,
                        "idempotency-conflict",
                        "transfer",
                        "index"),
                refused(
                        "other content",
                        "{\"id\":\"{posted}\",\"from\":\"{alice}\",\"to\":\"{bob}\",\"amount\":1}",
                        "idempotency-conflict",
                        "transfer"),
                post(
                        "too much money",
                        "/accounts/{full}/deposits",
                        "{\"amount\":1}",
                        422,
                        "balance-limit",
                        "account",
                        "balance",
                        "amount"),
                post(
                        "too little money",
                        WITHDRAWALS,
                        "{\"amount\":1001}",
                        422,
                        "insufficient-funds",
                        "account",
                        "balance",
                        "available",
                        "amount"),
                post(
                        "other content",
                        DEPOSITS,
                        "{\"id\":\"{posted}\",\"amount\":1}",
                        422,
                        "idempotency-conflict",
                        "transfer"),
                post(
                        "other content",
                        WITHDRAWALS,
                        "{\"id\":\"{posted}\",\"amount\":1}",
                        422,
                        "idempotency-conflict",
                        "transfer"));
    }

    private static Stream<BadRequest> terms() {
        String frozen = "account-frozen";
        String changed = "precondition-failed";
        return Stream.of(
                change("overdraft that is held", "{\"overdraft\":29}", "overdraft-in-use", USED),
                change("overdraft that is held", "{\"overdraft\":null}", "overdraft-in-use", USED),
                change(
                        "more metadata than is kept",
                        "{\"metadata\":{\"b\":\"" + "x".repeat(2000) + "\"}}",
                        "metadata-limit",
                        "account"),
                patch("old state", CAROL, "{\"name\":\"x\"}", 412, changed, "account")
                        .with("If-Match", "\"9.9.9\""),
                patch("weak tag", CAROL, "{\"name\":\"x\"}", 412, changed, "account")
                        .with("If-Match", "W/\"2.0.40\""),
                patch("somebody else's tag", CAROL, "{\"name\":\"x\"}", 412, changed, "account")
                        .with("If-Match", "\"x\", \"\", \"1.2\", \"" + "9".repeat(40) + ".0.0\""),
                patch("tags without end", CAROL, "{\"name\":\"x\"}", 412, changed, "account")
                        .with("If-Match", "\"\",".repeat(2000) + "\"\""),
                patch("tag of blanks", CAROL, "{}", 400, "invalid-request", "errors")
                        .with("If-Match", "\"a\"" + " ".repeat(6000) + "x"),
                delete(
                        "money held",
                        CAROL + "?payout=true",
                        409,
                        "account-not-empty",
                        "account",
                        "balance"),
                refused(
                        "from a frozen account",
                        transfer("\"{frozen}\"", "\"{bob}\"", "1"),
                        frozen,
                        "account",
                        "frozen"),
                refused(
                        "to a frozen account",
                        transfer("\"{alice}\"", "\"{frozen}\"", "1"),
                        frozen,
                        "account",
                        "frozen"),
                refused(
                        "held for a frozen account",
                        held("\"from\":\"{alice}\",\"to\":\"{frozen}\",\"amount\":1"),
                        frozen,
                        "account",
                        "frozen"),
                post(
                        "to a frozen account",
                        "/accounts/{frozen}/deposits",
                        "{\"amount\":1}",
                        422,
                        frozen,
                        "account",
                        "frozen"),
                post(
                        "from a frozen account",
                        "/accounts/{frozen}/withdrawals",
                        "{\"amount\":1}",
                        422,
                        frozen,
                        "account",
                        "frozen"));
    }

    private static Stream<BadRequest> holds() {
        String conflict = "idempotency-conflict";
        String settled = "transfer-settled";
        return Stream.of(
                refused(
                        "what is held already",
                        transfer("\"{carol}\"", "\"{bob}\"", "21"),
                        "insufficient-funds",
                        FUNDS),
                refused(
                        "held twice",
                        held("\"from\":\"{carol}\",\"to\":\"{bob}\",\"amount\":21"),
                        "insufficient-funds",
                        FUNDS),
                refused(
                        "held for itself",
                        held("\"from\":\"{carol}\",\"to\":\"{carol}\",\"amount\":1"),
                        "same-account",
                        "account"),
                refused(
                        "held for another currency",
                        held("\"from\":\"{carol}\",\"to\":\"{euros}\",\"amount\":1"),
                        "currency-mismatch",
                        "account"),
                refused(
                        "hold on a hold",
                        held(
                                "\"id\":\"{held}\",\"from\":\"{carol}\",\"to\":\"{bob}\",\"amount\":1"),
                        conflict,
                        "transfer"),
                refused(
                        "hold that ends by itself now",
                        held(
                                "\"id\":\"{held}\",\"from\":\"{carol}\",\"to\":\"{bob}\","
                                        + "\"amount\":40,\"expiresIn\":\"PT1H\""),
                        conflict,
                        "transfer"),
                refused(
                        "transfer with the id of a hold",
                        "{\"id\":\"{held}\",\"from\":\"{carol}\",\"to\":\"{bob}\",\"amount\":40}",
                        conflict,
                        "transfer"),
                refused(
                        "hold with the id of a transfer",
                        held(
                                "\"id\":\"{posted}\",\"from\":\"{alice}\",\"to\":\"{bob}\",\"amount\":10"),
                        conflict,
                        "transfer"),
                follow(
                        "more than is held",
                        "{held}/post",
                        "{\"amount\":41}",
                        "exceeds-hold",
                        "transfer",
                        "held",
                        "amount"),
                follow("posted transfer", "{posted}/post", "{}", "not-a-hold", "transfer"),
                follow("posted transfer", "{posted}/void", "{}", "not-a-hold", "transfer"),
                follow("end of a hold", "{reversal}/void", "{}", "not-a-hold", "transfer"),
                post("ended", PATH + "{voided}/post", "{}", 409, settled, "transfer", "state"),
                post("ended", PATH + "{voided}/void", "{}", 409, settled, "transfer", "state"),
                follow("own id", "{held}/post", "{\"id\":\"{held}\"}", conflict, "transfer"),
                follow("own id", "{held}/void", "{\"id\":\"{held}\"}", conflict, "transfer"),
                follow(
                        "id of another",
                        "{held}/void",
                        "{\"id\":\"{posted}\"}",
                        conflict,
                        "transfer"));
    }

    private static Stream<BadRequest> reversals() {
        String not = "not-reversible";
        String conflict = "idempotency-conflict";
        return Stream.of(
                follow("hold", "{held}/reverse", "{}", not, "transfer"),
                follow("end of a hold", "{voided}/reverse", "{\"amount\":1}", not, "transfer"),
                follow("reversal", "{reversal}/reverse", "{}", not, "transfer"),
                follow("more than there was", "{posted}/reverse", "{\"amount\":11}", REST),
                follow("reversed already", "{reversed}/reverse", "{}", REST),
                follow("reversed already", "{reversed}/reverse", "{\"amount\":1}", REST),
                follow(
                        "other reversal",
                        "{reversed}/reverse",
                        "{\"id\":\"{reversal}\",\"reference\":\"x\"}",
                        conflict,
                        "transfer"),
                follow(
                        "own id",
                        "{posted}/reverse",
                        "{\"id\":\"{posted}\"}",
                        conflict,
                        "transfer"));
    }

    private static Stream<BadRequest> unknown() {
        String nobody = "\"" + NOBODY + "\"";
        String account = "account-not-found";
        return Stream.of(
                refused("from nobody", transfer(nobody, "\"{bob}\"", "1"), account, "account"),
                refused("to nobody", transfer("\"{alice}\"", nobody, "1"), account, "account"),
                get("nobody", "/accounts/" + NOBODY, 404, account, "account"),
                get(
                        "nobody at a time",
                        "/accounts/" + NOBODY + "?at=2026-11-22T00:00:00Z",
                        404,
                        account,
                        "account"),
                get(
                        "before the opening",
                        "/accounts/{alice}?at=2020-01-01T00:00:00Z",
                        404,
                        account,
                        "account"),
                get("no id", "/accounts/1-1-1-1-1", 404, account, "account"),
                get("no id", "/accounts/%00", 404, account, "account"),
                get(
                        "nobody's history",
                        "/accounts/" + NOBODY + "/transfers",
                        404,
                        account,
                        "account"),
                get(
                        "nobody's statement",
                        "/accounts/" + NOBODY + "/statement",
                        404,
                        account,
                        "account"),
                get("no id's statement", "/accounts/x/statement.json", 404, account, "account"),
                get(
                        "nobody's statement",
                        "/accounts/" + NOBODY + "/statement.csv",
                        404,
                        account,
                        "account"),
                get(
                        "nobody's statement",
                        "/accounts/" + NOBODY + "/statement.xml?to=2026-01-01T00:00:00Z",
                        404,
                        account,
                        "account"),
                get("no id's history", "/accounts/x/transfers", 404, account, "account"),
                delete("nobody", "/accounts/" + NOBODY, 404, account, "account"),
                delete("no id", "/accounts/x?payout=true", 404, account, "account"),
                post(
                        "to nobody",
                        "/accounts/" + NOBODY + "/deposits",
                        "{\"amount\":1}",
                        404,
                        account,
                        "account"),
                post("to no id", "/accounts/x/deposits", "{\"amount\":1}", 404, account, "account"),
                post(
                        "from nobody",
                        "/accounts/" + NOBODY + "/withdrawals",
                        "{\"amount\":1}",
                        404,
                        account,
                        "account"),
                get("nobody's terms", "/accounts/" + NOBODY + "/terms", 404, account, "account"),
                get("no id's terms", "/accounts/x/terms", 404, account, "account"),
                get("nobody's holds", "/accounts/" + NOBODY + "/holds", 404, account, "account"),
                get("no id's holds", "/accounts/x/holds", 404, account, "account"),
                patch("nobody", "/accounts/" + NOBODY, "{}", 404, account, "account"),
                patch("no id", "/accounts/x", "{}", 404, account, "account"),
                refused(
                        "held for nobody",
                        held("\"from\":\"{alice}\",\"to\":" + nobody + ",\"amount\":1"),
                        account,
                        "account"),
                noTransfer(NOBODY + "/post"),
                noTransfer(NOBODY + "/void"),
                noTransfer(NOBODY + "/reverse"),
                noTransfer("x/post"),
                noTransfer("%00/void"),
                noTransfer("1-1-1-1-1/reverse"),
                get("no transfer", "/transfers/" + NOBODY, 404, "transfer-not-found", "transfer"),
                get("no id", "/transfers/x", 404, "transfer-not-found", "transfer"));
    }

    private static BadRequest refused(String what, String body, String slug, String... members) {
        return post(what, TRANSFERS, body, 422, slug, members);
    }

    private static BadRequest change(String what, String body, String slug, String... members) {
        return patch(what, CAROL, body, 422, slug, members);
    }

    /**
     * @param path below that of all transfers
     * @param reason slug and members
     */
    private static BadRequest follow(String what, String path, String body, String... reason) {
        return post(
                what,
                PATH + path,
                body,
                422,
                reason[0],
                Arrays.copyOfRange(reason, 1, reason.length));
    }

    private static BadRequest noTransfer(String path) {
        return post("no transfer", PATH + path, "{}", 404, "transfer-not-found", "transfer");
    }

    private static String held(String fields) {
        return "{" + fields + ",\"pending\":true}";
    }

    private static String transfer(String from, String to, String amount) {
        return "{\"from\":%s,\"to\":%s,\"amount\":%s}".formatted(from, to, amount);
    }
}
