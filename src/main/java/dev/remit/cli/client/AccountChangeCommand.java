package dev.remit.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Done;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code account change}: changes an account's terms. */
@Command(
        name = "change",
        description = "Changes the terms of an account that are given, and shows it.")
final class AccountChangeCommand extends WriteCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "its id")
    private UUID account;

    @Mixin private Terms terms;

    @Option(names = "--no-name", description = "take its name away")
    private boolean nameless;

    @Option(
            names = "--remove-metadata",
            paramLabel = "name",
            description = "take a text of yours away; may be repeated")
    private List<String> removed = List.of();

    @Override
    void run(Session session) throws CallFailed, InterruptedException {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        terms.addTo(change);
        if (nameless) {
            change.putNull("name");
        }
        removed.forEach(name -> change.withObjectProperty("metadata").putNull(name));
        if (change.isEmpty()) {
            throw wrong("nothing is to be changed");
        }
        Done changed = write(session, "PATCH", Session.account(account), change);
        session.show(changed.document(), AccountView.fields(changed.document()));
    }
}
