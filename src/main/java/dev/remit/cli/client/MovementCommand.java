package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.Query;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that brings money into the books, or takes it out of them. */
abstract class MovementCommand extends PostingCommand {

    private final String call;

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "its id")
    private UUID account;

    @Parameters(
            index = "1",
            paramLabel = "AMOUNT",
            description = "in minor units: 1234 are 12.34 USD")
    private Long amount;

    @Mixin private Remarks remarks;

    /**
     * @param call below the account
     */
    MovementCommand(String call) {
        this.call = call;
    }

    @Override
    final Query place() {
        return Query.of("/accounts/" + account + call);
    }

    @Override
    final void addTo(ObjectNode transfer) {
        transfer.put("amount", amount);
        remarks.addTo(transfer);
    }
}
