package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code account show}: what one account is now. */
@Command(name = "show", description = "Shows an account as it is now.")
final class AccountShowCommand extends ClientCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "its id")
    private UUID account;

    @Override
    void run(Session session) throws CallFailed, InterruptedException {
        JsonNode found = session.client().get(Session.account(account));
        session.show(found, AccountView.fields(found));
    }
}
