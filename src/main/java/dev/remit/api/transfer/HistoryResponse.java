package dev.remit.api.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import dev.remit.store.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of an account's history, newest first. */
@Schema(name = "History")
@RegisterForReflection
public record HistoryResponse(
        List<Item> items,
        @Schema(description = "To be given as before; null on the last page", nullable = true)
                String next) {

    /** A posting as the account saw it. */
    @Schema(name = "HistoryItem")
    @RegisterForReflection
    public record Item(
            @Schema(description = "Of the account, after the posting", examples = "2") long version,
            @Schema(description = "Negative if it left the account", examples = "-100") long amount,
            @Schema(description = "Of the account, after the posting", examples = "900")
                    long balance,
            @Schema(
                            description = "The other account; null for deposits and withdrawals",
                            nullable = true)
                    UUID counterparty,
            UUID transfer,
            @Schema(nullable = true, examples = "invoice 4711") String reference,
            @Schema(description = "UTC, with microseconds") Instant createdAt,
            @Schema(
                            description = "Absent where money just moves, as it does as a rule",
                            enumeration = {"capture", "reversal"})
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    String kind,
            @Schema(ref = "Metadata") @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL)
                    String metadata) {}

    public static HistoryResponse of(UUID account, Page<Transfer, Long> page) {
        return new HistoryResponse(
                page.items().stream().map(transfer -> item(account, transfer)).toList(),
                page.next() == null ? null : page.next().toString());
    }

    private static Item item(UUID account, Transfer transfer) {
        Transfer.Side side = transfer.side(account);
        return new Item(
                side.own().version(),
                side.amount(),
                side.own().balance(),
                side.counterparty(),
                transfer.id(),
                transfer.reference(),
                Micros.instant(transfer.createdAt()),
                transfer.kind().text(),
                transfer.metadata());
    }
}
