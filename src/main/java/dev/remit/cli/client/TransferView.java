package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A transfer as people are shown it. */
final class TransferView {

    private TransferView() {}

    static Fields fields(JsonNode transfer, Unit unit) {
        return new Fields()
                .with("id", Json.text(transfer, "id"))
                .with("kind", Json.text(transfer, "kind"))
                .with("state", Json.text(transfer, "state"))
                .with("hold", Json.text(transfer, "hold"))
                .with("reverses", Json.text(transfer, "reverses"))
                .with("from", Json.text(transfer, "from"))
                .with("to", Json.text(transfer, "to"))
                .with("amount", unit.money(transfer, "amount"))
                .with("reference", Json.text(transfer, "reference"))
                .with("metadata", Json.pairs(transfer, "metadata"))
                .with("from balance", unit.money(transfer, "fromBalance"))
                .with("to balance", unit.money(transfer, "toBalance"))
                .with("expires", Json.time(transfer, "expiresAt"))
                .with("commit", Json.text(transfer, "sequence"))
                .with("time", Json.time(transfer, "createdAt"));
    }
}
