package dev.remit.api.transfer;

import dev.remit.api.BatchValidator;
import dev.remit.api.IdempotencyKey;
import dev.remit.ledger.Command;
import dev.remit.ledger.Request;
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
        @NotNull @Size(min = 1, max = 1_000) List<TransferRequest> transfers) {

    boolean isAtomic() {
        return atomic == null || atomic;
    }

    /**
     * @param call the id of the whole call; null if it has none
     */
    Request request(UUID call) {
        List<Command.OfTransfer> commands =
                IntStream.range(0, transfers.size())
                        .mapToObj(i -> command(transfers.get(i), call, i))
                        .toList();
        return isAtomic() ? Request.allOf(commands) : Request.eachOf(commands);
    }

    private static Command.OfTransfer command(TransferRequest transfer, UUID call, int index) {
        return transfer.command(IdempotencyKey.of(transfer.id(), call, index));
    }
}
