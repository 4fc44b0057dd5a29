package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.Query;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code transfer}: moves money, at most once. */
@Command(
        name = "transfer",
        description =
                "Moves money from one account to another, and shows the transfer. Without an answer it is asked for again, with the same id, which posts it once.")
public final class TransferCommand extends PostingCommand {

    @Parameters(index = "0", paramLabel = "FROM", description = "the id of the account that pays")
    private UUID from;

    @Parameters(index = "1", paramLabel = "TO", description = "the id of the account that is paid")
    private UUID to;

    @Parameters(
            index = "2",
            paramLabel = "AMOUNT",
            description = "in minor units: 1234 are 12.34 USD")
    private Long amount;

    @Mixin private Remarks remarks;

    @Option(names = "--hold", description = "only hold the money, to be captured or voided later")
    private boolean hold;

    @Option(
            names = "--expires-in",
            paramLabel = "duration",
            description = "after which what is held is released, such as PT15M or P7D (ISO 8601)")
    private String expiresIn;

    @Override
    Query place() {
        return Query.of("/transfers");
    }

    @Override
    void addTo(ObjectNode transfer) {
        if (expiresIn != null && !hold) {
            throw wrong("--expires-in is for what is held: it needs --hold");
        }
        transfer.put("from", from.toString()).put("to", to.toString()).put("amount", amount);
        remarks.addTo(transfer);
        if (hold) {
            transfer.put("pending", true);
        }
        if (expiresIn != null) {
            transfer.put("expiresIn", expiresIn);
        }
    }
}
