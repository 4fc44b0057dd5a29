package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.CallFailed;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account close}: closes an account for good. */
@Command(
        name = "close",
        description =
                "Closes an account for good. Its history stays, and its id is not used again.")
final class AccountCloseCommand extends WriteCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "its id")
    private UUID account;

    @Option(
            names = "--payout",
            description = "take out what is left in it; otherwise it has to be empty")
    private boolean payout;

    @Override
    void run(Session session) throws CallFailed, InterruptedException {
        write(
                session,
                "DELETE",
                Session.account(account).with("payout", payout ? true : null),
                null);
        ObjectNode closed = JsonNodeFactory.instance.objectNode().put("closed", account.toString());
        session.show(closed, new Fields().with("closed", account.toString()));
    }
}
