package dev.remit.api.transfer;

import dev.remit.api.IdempotencyKey;
import dev.remit.api.PlainText;
import dev.remit.ledger.Command;
import dev.remit.ledger.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money to be moved from one account to another. */
@Schema(name = "NewTransfer")
public record TransferRequest(
        @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
        @NotNull UUID from,
        @NotNull UUID to,
        @Schema(description = "Minor units", examples = "100") @NotNull @Min(1) @Max(Money.MAX)
                Long amount,
        @Schema(description = "The caller's own text", examples = "invoice 4711")
                @Size(max = 255)
                @PlainText
                String reference) {

    Command.Post command(IdempotencyKey key) {
        return new Command.Post(key.id(), key.isGiven(), from, to, amount, reference);
    }
}
