package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.Query;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code capture}: moves what is held, at most once. */
@Command(
        name = "capture",
        description =
                "Posts what is held, whole or in part, and shows the transfer. What is left of it is released.")
public final class CaptureCommand extends PostingCommand {

    @Parameters(paramLabel = "HOLD", description = "the id of the transfer that holds the money")
    private UUID hold;

    @Option(
            names = "--amount",
            paramLabel = "number",
            description = "in minor units (default: all that is held)")
    private Long amount;

    @Override
    Query place() {
        return about(hold, "/post");
    }

    @Override
    void addTo(ObjectNode transfer) {
        if (amount != null) {
            transfer.put("amount", amount);
        }
    }
}
