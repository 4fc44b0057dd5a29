package dev.remit.api.transfer;

import dev.remit.api.IdempotencyKey;
import dev.remit.api.PlainText;
import dev.remit.api.SmallMetadata;
import dev.remit.ledger.Command;
import dev.remit.ledger.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money that comes into the books, or leaves them. */
@Schema(name = "NewDepositOrWithdrawal")
public record MovementRequest(
        @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
        @Schema(description = "Minor units", examples = "100") @NotNull @Min(1) @Max(Money.MAX)
                Long amount,
        @Schema(description = "The caller's own text", examples = "cash desk 3")
                @Size(max = 255)
                @PlainText
                String reference,
        @Schema(ref = "Metadata") @SmallMetadata Map<String, String> metadata) {

    /**
     * @param from null for a deposit
     * @param to null for a withdrawal
     */
    Command.Post command(IdempotencyKey key, UUID from, UUID to) {
        return new Command.Post(
                key.id(),
                key.isGiven(),
                from,
                to,
                amount,
                reference,
                SmallMetadata.Texts.of(metadata));
    }
}
