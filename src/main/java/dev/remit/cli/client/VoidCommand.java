package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.Query;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code void}: releases what is held, at most once. */
@Command(name = "void", description = "Releases what is held, and shows the transfer that does.")
public final class VoidCommand extends PostingCommand {

    @Parameters(paramLabel = "HOLD", description = "the id of the transfer that holds the money")
    private UUID hold;

    @Override
    Query place() {
        return about(hold, "/void");
    }

    /** Nothing has to be said about it. */
    @Override
    void addTo(ObjectNode transfer) {}
}
