package dev.remit.api.transfer;

import dev.remit.api.BatchValidator;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.PlainText;
import dev.remit.ledger.Command;
import dev.remit.ledger.Money;
import dev.remit.ledger.Request;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Several transfers, deposits and withdrawals, in order. Each of them is checked by {@link
 * BatchValidator}.
 */
@Schema(name = "NewTransfers")
public record TransferBatchRequest(
        @Schema(
                        description =
                                "Whether they are posted together or not at all, rather than each for itself",
                        defaultValue = "true")
                Boolean atomic,
        @NotNull @Size(min = 1, max = 1_000) List<Item> transfers) {

    /** Without one of its accounts it is a deposit or a withdrawal. */
    @Schema(name = "NewTransferInBatch")
    @FromOrTo
    public record Item(
            @Schema(
                            description =
                                    "The idempotency key; follows from that of the call, or is picked by the service, if absent")
                    UUID id,
            @Schema(description = "Absent for a deposit") UUID from,
            @Schema(description = "Absent for a withdrawal") UUID to,
            @Schema(description = "Minor units", examples = "100") @NotNull @Min(1) @Max(Money.MAX)
                    Long amount,
            @Schema(description = "The caller's own text", examples = "invoice 4711")
                    @Size(max = 255)
                    @PlainText
                    String reference) {

        public Command.Post command(IdempotencyKey key) {
            return new Command.Post(key.id(), key.isGiven(), from, to, amount, reference);
        }
    }

    boolean isAtomic() {
        return atomic == null || atomic;
    }

    /**
     * @param call the id of the whole call; null if it has none
     */
    Request request(UUID call) {
        List<Command.Post> commands =
                IntStream.range(0, transfers.size())
                        .mapToObj(i -> command(transfers.get(i), call, i))
                        .toList();
        return isAtomic() ? Request.allOf(commands) : Request.eachOf(commands);
    }

    private static Command.Post command(Item transfer, UUID call, int index) {
        return transfer.command(IdempotencyKey.of(transfer.id(), call, index));
    }
}
