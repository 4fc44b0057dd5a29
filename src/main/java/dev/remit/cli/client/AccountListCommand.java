package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Pages;
import dev.remit.client.Query;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code account list}: finds accounts. */
@Command(
        name = "list",
        description = "Lists the accounts that there are, in the order of their ids.")
final class AccountListCommand extends ClientCommand {

    @Option(
            names = "--name",
            paramLabel = "text",
            description = "what the name begins with, to the letter")
    private String name;

    @Option(names = "--currency", paramLabel = "code", description = "only those with this one")
    private String currency;

    @Option(
            names = "--min-balance",
            paramLabel = "number",
            description = "the least that the balance is, in minor units")
    private Long minBalance;

    @Option(
            names = "--max-balance",
            paramLabel = "number",
            description = "the most that the balance is, in minor units")
    private Long maxBalance;

    @Option(
            names = "--frozen",
            paramLabel = "way",
            description =
                    "only those that are frozen in just this way: none, debits, credits or all")
    private String frozen;

    @Mixin private Listing listing;

    @Override
    void run(Session session) throws CallFailed, InterruptedException {
        Query query =
                Query.of("/accounts")
                        .with("name", name)
                        .with("currency", currency)
                        .with("minBalance", minBalance)
                        .with("maxBalance", maxBalance)
                        .with("frozen", frozen);
        Table table =
                new Table(
                        session.output().width(),
                        Column.whole("ID"),
                        Column.number("BALANCE"),
                        Column.whole("CURRENCY"),
                        Column.text("NAME"));
        Pages pages = new Pages(session.client(), query, "after", listing.limit());
        Listing.print(pages, session.output(), table, AccountListCommand::row);
    }

    private static List<String> row(JsonNode account) {
        return List.of(
                Json.text(account, "id"),
                Unit.of(account).number(account, "balance"),
                Json.text(account, "currency"),
                Json.text(account, "name"));
    }
}
