package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;

/** An account as people are shown it. */
final class AccountView {

    private AccountView() {}

    static Fields fields(JsonNode account) {
        Unit unit = Unit.of(account);
        return new Fields()
                .with("id", Json.text(account, "id"))
                .with("name", Json.text(account, "name"))
                .with("balance", unit.money(account, "balance"))
                .with("held", unit.money(account, "held"))
                .with("available", unit.money(account, "available"))
                .with("overdraft", unit.money(account, "overdraft"))
                .with("frozen", Json.text(account, "frozen"))
                .with("metadata", Json.pairs(account, "metadata"))
                .with("version", Json.text(account, "version"))
                .with("opened", Json.time(account, "createdAt"));
    }
}
