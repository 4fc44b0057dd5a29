package dev.remit.api.monitor;

import dev.remit.api.IdempotencyKey;
import dev.remit.ledger.Command;
import dev.remit.ledger.Money;
import dev.remit.ledger.Monitor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A monitor to be created, with one of both lines. */
@Schema(name = "NewMonitor")
@OneLine
public record MonitorRequest(
        @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
        @Schema(description = "Whose balance it watches") @NotNull UUID account,
        @Schema(
                        description =
                                "Minor units: an event when the balance comes to be less, from this or more. Either this or above",
                        examples = "500")
                @Min(-Money.MAX)
                @Max(Money.MAX)
                Long below,
        @Schema(
                        description =
                                "Minor units: an event when the balance comes to be more, from this or less. Either this or below",
                        examples = "100000")
                @Min(-Money.MAX)
                @Max(Money.MAX)
                Long above) {

    Command command(IdempotencyKey key) {
        return new Command.CreateMonitor(
                new Monitor(key.id(), account, below, above), key.isGiven());
    }
}
