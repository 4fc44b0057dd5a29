package dev.remit.api.transfer;

import dev.remit.api.IdempotencyKey;
import dev.remit.api.PlainText;
import dev.remit.api.SmallMetadata;
import dev.remit.ledger.Command;
import dev.remit.ledger.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a transfer is to move back, and why. Nothing has to be said about it. */
@Schema(name = "NewReversal")
record ReversalRequest(
        @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
        @Schema(
                        description = "Minor units; all that was not reversed yet if absent",
                        examples = "40")
                @Min(1)
                @Max(Money.MAX)
                Long amount,
        @Schema(description = "The caller's own text", examples = "returned")
                @Size(max = 255)
                @PlainText
                String reference,
        @Schema(ref = "Metadata") @SmallMetadata Map<String, String> metadata)
        implements FollowerRequest {

    static final ReversalRequest ALL = new ReversalRequest(null, null, null, null);

    @Override
    public Command command(UUID transfer, IdempotencyKey key) {
        return new Command.Reverse(
                key.id(),
                key.isGiven(),
                transfer,
                amount,
                reference,
                SmallMetadata.Texts.of(metadata));
    }
}
