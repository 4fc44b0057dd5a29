package dev.remit.api.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.api.Flag;
import dev.remit.api.Routes;
import dev.remit.api.TimeQuery;
import dev.remit.api.csv.Columns;
import dev.remit.api.transfer.TransferResponse;
import dev.remit.store.AccountPages;
import dev.remit.store.JournalReader;
import dev.remit.store.LedgerReader;
import dev.remit.store.TransferPages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/**
 * All accounts and all transfers, as files. The path says in which format: what the caller accepts
 * is not looked at, because a browser that saves a file says nothing of it.
 *
 * <p>On virtual threads: who takes a file slowly keeps none of the threads on which everybody else
 * posts and reads.
 */
@Path("")
@RunOnVirtualThread
public class ExportResource {

    /** What a transfer may get after its commit, or only those have that have moved nothing. */
    private static final Set<String> LATER =
            Set.of("state", "expiresAt", "settledBy", "reversed", "reversals");

    private final LedgerReader ledger;
    private final JournalReader journal;
    private final Exports exports;
    private final List<String> accountColumns;
    private final List<String> transferColumns;

    ExportResource(LedgerReader ledger, JournalReader journal, Exports exports, ObjectMapper json) {
        this.ledger = ledger;
        this.journal = journal;
        this.exports = exports;
        this.accountColumns = Columns.of(ExportedAccount.class, json);
        this.transferColumns =
                Columns.of(TransferResponse.class, json).stream()
                        .filter(column -> !LATER.contains(column))
                        .toList();
    }

    @GET
    @Path(Routes.ACCOUNTS_CSV)
    public Response accountsAsCsv(
            @QueryParam(ExportedAccount.CLOSED) String closed, RoutingContext context) {
        return accounts(Format.CSV, closed, context);
    }

    @GET
    @Path(Routes.ACCOUNTS_NDJSON)
    public Response accountsAsNdjson(
            @QueryParam(ExportedAccount.CLOSED) String closed, RoutingContext context) {
        return accounts(Format.NDJSON, closed, context);
    }

    @GET
    @Path(Routes.TRANSFERS_CSV)
    public Response transfersAsCsv(@QueryParam("since") String since, RoutingContext context) {
        return transfers(Format.CSV, since, context);
    }

    @GET
    @Path(Routes.TRANSFERS_NDJSON)
    public Response transfersAsNdjson(@QueryParam("since") String since, RoutingContext context) {
        return transfers(Format.NDJSON, since, context);
    }

    private Response accounts(Format format, String closed, RoutingContext context) {
        boolean alsoClosed = Flag.isTrue(ExportedAccount.CLOSED, closed);
        long asOf = ledger.last();
        List<String> columns =
                accountColumns.stream()
                        .filter(column -> alsoClosed || !column.equals(ExportedAccount.CLOSED))
                        .toList();
        return exports.answer(
                context,
                format,
                new AccountPages(journal, asOf, alsoClosed),
                account -> ExportedAccount.of(account, alsoClosed),
                columns,
                asOf);
    }

    private Response transfers(Format format, String since, RoutingContext context) {
        long after = after(since);
        long asOf = ledger.last();
        return exports.answer(
                context,
                format,
                new TransferPages(journal, after, asOf),
                TransferResponse::from,
                transferColumns,
                asOf);
    }

    /**
     * The commit whose successor is the first one that is wanted.
     *
     * @param since the number of a commit that the caller has, or a time; null for all
     */
    private long after(String since) {
        if (since == null) {
            return 0;
        }
        return since.matches("[0-9]{1,18}")
                ? Long.parseLong(since)
                : journal.lastBefore(TimeQuery.of("since", since));
    }
}
