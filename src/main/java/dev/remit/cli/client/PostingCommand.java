package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Done;
import dev.remit.client.Query;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Option;

/** A command that posts a transfer of whatever kind, at most once, and shows it. */
abstract class PostingCommand extends WriteCommand {

    @Option(
            names = "--id",
            paramLabel = "UUID",
            description =
                    "the id of the transfer, under which it is posted at most once (default: a new one)")
    private UUID id;

    /** Where it is posted. */
    abstract Query place();

    /** Adds what there is to say about it besides its id. */
    abstract void addTo(ObjectNode transfer);

    @Override
    final synchronized UUID id() {
        id = id == null ? UUID.randomUUID() : id;
        return id;
    }

    @Override
    final void run(Session session) throws CallFailed, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", id().toString());
        addTo(body);
        Done posted = write(session, "POST", place(), body);
        JsonNode transfer = posted.document();
        Unit unit = session.output().isJson() ? Unit.MINOR : unit(session, transfer);
        session.show(transfer, TransferView.fields(transfer, unit));
    }

    /** That of either side: a deposit or a withdrawal has one only. */
    private static Unit unit(Session session, JsonNode transfer) throws InterruptedException {
        for (String side : List.of("from", "to")) {
            if (transfer.path(side).isTextual()) {
                return session.unitOf(UUID.fromString(transfer.path(side).textValue()));
            }
        }
        return Unit.MINOR;
    }

    /** A call about a transfer that there is. */
    static Query about(UUID transfer, String call) {
        return Query.of("/transfers/" + transfer + call);
    }
}
