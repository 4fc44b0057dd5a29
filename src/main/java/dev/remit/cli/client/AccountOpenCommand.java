package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Done;
import dev.remit.client.Query;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code account open}: opens one account, at most once. */
@Command(
        name = "open",
        description =
                "Opens an account, and shows it. Without an answer it is asked for again, with the same id, which opens it once.")
final class AccountOpenCommand extends WriteCommand {

    @Option(names = "--id", paramLabel = "UUID", description = "its id (default: a new one)")
    private UUID id;

    @Option(
            names = "--balance",
            paramLabel = "number",
            description = "what it begins with, in minor units: 1234 are 12.34 USD (default: 0)")
    private Long balance;

    @Option(
            names = "--currency",
            paramLabel = "code",
            description = "of ISO 4217, or one of your own (default: USD)")
    private String currency;

    @Option(
            names = "--minor-units",
            paramLabel = "number",
            description = "of a currency of your own: how many digits are behind the point")
    private Integer minorUnits;

    @Mixin private Terms terms;

    @Override
    synchronized UUID id() {
        id = id == null ? UUID.randomUUID() : id;
        return id;
    }

    @Override
    void run(Session session) throws CallFailed, InterruptedException {
        ObjectNode account = JsonNodeFactory.instance.objectNode();
        account.put("id", id().toString());
        if (balance != null) {
            account.put("balance", balance);
        }
        if (currency != null) {
            account.put("currency", currency);
        }
        if (minorUnits != null) {
            account.put("minorUnits", minorUnits);
        }
        terms.addTo(account);
        Done opened = write(session, "POST", Query.of("/accounts"), account);
        session.show(opened.document(), AccountView.fields(opened.document()));
    }
}
