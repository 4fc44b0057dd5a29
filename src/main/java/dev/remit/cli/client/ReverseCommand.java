package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.Query;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reverse}: moves back what a transfer has moved, at most once. */
@Command(
        name = "reverse",
        description =
                "Moves back what a transfer has moved, whole or in part, and shows the transfer that does.")
public final class ReverseCommand extends PostingCommand {

    @Parameters(paramLabel = "TRANSFER", description = "the id of the one that is reversed")
    private UUID transfer;

    @Option(
            names = "--amount",
            paramLabel = "number",
            description = "in minor units (default: all that was not reversed yet)")
    private Long amount;

    @Mixin private Remarks remarks;

    @Override
    Query place() {
        return about(transfer, "/reverse");
    }

    @Override
    void addTo(ObjectNode reversal) {
        if (amount != null) {
            reversal.put("amount", amount);
        }
        remarks.addTo(reversal);
    }
}
