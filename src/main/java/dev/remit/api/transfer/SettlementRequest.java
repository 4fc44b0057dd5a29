package dev.remit.api.transfer;

import dev.remit.api.IdempotencyKey;
import dev.remit.ledger.Command;
import dev.remit.ledger.Kind;
import dev.remit.ledger.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a hold is to end. Nothing has to be said about it. */
final class SettlementRequest {

    /** Its money moves. */
    @Schema(name = "NewPosting")
    record Post(
            @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
            @Schema(description = "Minor units; all that is held if absent", examples = "60")
                    @Min(1)
                    @Max(Money.MAX)
                    Long amount)
            implements FollowerRequest {

        static final Post ALL = new Post(null, null);

        @Override
        public Command command(UUID hold, IdempotencyKey key) {
            return new Command.Settle(key.id(), key.isGiven(), hold, Kind.CAPTURE, amount);
        }
    }

    /** Its money is released. */
    @Schema(name = "NewVoid")
    record Void(
            @Schema(description = "The idempotency key; picked by the service if absent") UUID id)
            implements FollowerRequest {

        static final Void ANY = new Void(null);

        @Override
        public Command command(UUID hold, IdempotencyKey key) {
            return new Command.Settle(key.id(), key.isGiven(), hold, Kind.VOID, null);
        }
    }

    private SettlementRequest() {}
}
