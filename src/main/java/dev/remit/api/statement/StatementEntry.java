package dev.remit.api.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A posting as the account saw it. */
@Schema(name = "StatementEntry")
@RegisterForReflection
public record StatementEntry(
        @Schema(description = "Of the account, after the posting", examples = "2") long version,
        @Schema(description = "Negative if it left the account", examples = "-100") long amount,
        @Schema(description = "Of the account, after the posting", examples = "900") long balance,
        @Schema(
                        description = "The other account; null for deposits and withdrawals",
                        nullable = true)
                UUID counterparty,
        UUID transfer,
        @Schema(nullable = true, examples = "invoice 4711") String reference,
        @Schema(description = "UTC, with microseconds") Instant createdAt,
        @Schema(description = "Of the commit that posted it", minimum = "1", examples = "3")
                long sequence,
        @Schema(
                        description =
                                "`capture` of what was held, or `reversal`; absent where money just moves, as it does as a rule",
                        examples = "reversal")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                String kind) {

    static StatementEntry of(UUID account, Transfer transfer) {
        Transfer.Side side = transfer.side(account);
        return new StatementEntry(
                side.own().version(),
                side.amount(),
                side.own().balance(),
                side.counterparty(),
                transfer.id(),
                transfer.reference(),
                Micros.instant(transfer.createdAt()),
                transfer.sequence(),
                transfer.kind().text());
    }
}
