package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Done;
import dev.remit.client.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code transfer}: moves money, at most once. */
@Command(
        name = "transfer",
        description =
                "Moves money from one account to another, and shows the transfer. Without an answer it is asked for again, with the same id, which posts it once.")
public final class TransferCommand extends WriteCommand {

    @Parameters(index = "0", paramLabel = "FROM", description = "the id of the account that pays")
    private UUID from;

    @Parameters(index = "1", paramLabel = "TO", description = "the id of the account that is paid")
    private UUID to;

    @Parameters(
            index = "2",
            paramLabel = "AMOUNT",
            description = "in minor units: 1234 are 12.34 USD")
    private Long amount;

    @Option(
            names = "--id",
            paramLabel = "UUID",
            description =
                    "the id of the transfer, under which it is posted at most once (default: a new one)")
    private UUID id;

    @Option(names = "--reference", paramLabel = "text", description = "what it is for")
    private String reference;

    @Option(
            names = "--metadata",
            paramLabel = "name=text",
            description = "a text of your own; may be repeated")
    private Map<String, String> metadata = new LinkedHashMap<>();

    @Option(names = "--hold", description = "only hold the money, to be posted or voided later")
    private boolean hold;

    @Option(
            names = "--expires-in",
            paramLabel = "duration",
            description = "after which what is held is released, such as PT15M or P7D (ISO 8601)")
    private String expiresIn;

    @Override
    synchronized UUID id() {
        id = id == null ? UUID.randomUUID() : id;
        return id;
    }

    @Override
    void run(Session session) throws CallFailed, InterruptedException {
        if (expiresIn != null && !hold) {
            throw wrong("--expires-in is for what is held: it needs --hold");
        }
        Done posted = write(session, "POST", Query.of("/transfers"), body());
        Unit unit = session.output().isJson() ? Unit.MINOR : session.unitOf(from);
        session.show(posted.document(), TransferView.fields(posted.document(), unit));
    }

    private ObjectNode body() {
        ObjectNode transfer =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id().toString())
                        .put("from", from.toString())
                        .put("to", to.toString())
                        .put("amount", amount);
        if (reference != null) {
            transfer.put("reference", reference);
        }
        if (!metadata.isEmpty()) {
            ObjectNode texts = transfer.putObject("metadata");
            metadata.forEach(texts::put);
        }
        if (hold) {
            transfer.put("pending", true);
        }
        if (expiresIn != null) {
            transfer.put("expiresIn", expiresIn);
        }
        return transfer;
    }
}
