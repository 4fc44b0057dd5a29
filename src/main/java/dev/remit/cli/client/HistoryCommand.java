package dev.remit.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.client.CallFailed;
import dev.remit.client.Pages;
import dev.remit.client.Query;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code history}: what has gone into an account and out of it. */
@Command(name = "history", description = "Lists the postings of an account, the newest first.")
public final class HistoryCommand extends ClientCommand {

    @Parameters(paramLabel = "ACCOUNT", description = "its id")
    private UUID account;

    @Option(
            names = "--from",
            paramLabel = "time",
            description = "only those of this time and later, such as 2026-11-01T00:00:00Z")
    private String from;

    @Option(names = "--to", paramLabel = "time", description = "only those before this time")
    private String to;

    @Option(
            names = "--direction",
            paramLabel = "way",
            description = "in or out: only those that have gone this way")
    private String direction;

    @Option(
            names = "--counterparty",
            paramLabel = "UUID",
            description = "only those with this other account")
    private UUID counterparty;

    @Option(names = "--reference", paramLabel = "text", description = "only those with this one")
    private String reference;

    @Mixin private Listing listing;

    @Override
    void run(Session session) throws CallFailed, InterruptedException {
        Query query =
                Query.of("/accounts/" + account + "/transfers")
                        .with("from", from)
                        .with("to", to)
                        .with("direction", direction)
                        .with("counterparty", counterparty)
                        .with("reference", reference);
        Unit unit = session.output().isJson() ? Unit.MINOR : session.unitOf(account);
        Table table =
                new Table(
                        session.output().width(),
                        Column.number("VERSION"),
                        Column.whole("TIME"),
                        Column.number("AMOUNT " + unit.label()),
                        Column.number("BALANCE"),
                        Column.text("REFERENCE"),
                        Column.whole("COUNTERPARTY"),
                        Column.whole("TRANSFER"));
        Pages pages = new Pages(session.client(), query, "before", listing.limit());
        Listing.print(pages, session.output(), table, posting -> row(posting, unit));
    }

    private static List<String> row(JsonNode posting, Unit unit) {
        return List.of(
                Json.text(posting, "version"),
                Json.time(posting, "createdAt"),
                unit.number(posting, "amount"),
                unit.number(posting, "balance"),
                Json.text(posting, "reference"),
                Json.text(posting, "counterparty"),
                Json.text(posting, "transfer"));
    }
}
