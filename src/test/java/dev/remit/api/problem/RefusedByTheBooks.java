package dev.remit.api.problem;

import static dev.remit.api.problem.BadRequest.NOBODY;
import static dev.remit.api.problem.BadRequest.delete;
import static dev.remit.api.problem.BadRequest.get;
import static dev.remit.api.problem.BadRequest.post;

import java.util.stream.Stream;

/** Requests that are in order, and ask for what the books do not allow. */
final class RefusedByTheBooks {

    private static final String ACCOUNTS = "/accounts";
    private static final String BATCH = "/accounts/batch";
    private static final String TRANSFERS = "/transfers";
    private static final String DEPOSITS = "/accounts/{alice}/deposits";
    private static final String WITHDRAWALS = "/accounts/{alice}/withdrawals";

    private RefusedByTheBooks() {}

    static Stream<BadRequest> all() {
        return Stream.concat(books(), unknown());
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
                get("no transfer", "/transfers/" + NOBODY, 404, "transfer-not-found", "transfer"),
                get("no id", "/transfers/x", 404, "transfer-not-found", "transfer"));
    }

    private static BadRequest refused(String what, String body, String slug, String... members) {
        return post(what, TRANSFERS, body, 422, slug, members);
    }

    private static String transfer(String from, String to, String amount) {
        return "{\"from\":%s,\"to\":%s,\"amount\":%s}".formatted(from, to, amount);
    }
}
