package dev.remit.api.account;

import dev.remit.api.BatchValidator;
import dev.remit.api.IdempotencyKey;
import dev.remit.api.PlainText;
import dev.remit.ledger.Command;
import dev.remit.ledger.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account to be opened. */
@Schema(name = "NewAccount")
public record AccountRequest(
        @Schema(description = "The idempotency key; picked by the service if absent") UUID id,
        @Schema(
                        description = "Minor units; posted as the account's first deposit",
                        defaultValue = "0",
                        examples = "1000")
                @Min(0)
                @Max(Money.MAX)
                Long balance,
        @Schema(examples = "Alice") @Size(max = 255) @PlainText String name) {

    /**
     * Several accounts, opened all together or not at all. Each of them is checked by {@link
     * BatchValidator}.
     */
    @Schema(name = "NewAccounts")
    public record Many(@NotNull @Size(min = 1, max = 10_000) List<AccountRequest> accounts) {}

    Command.Open command(IdempotencyKey key) {
        return new Command.Open(key.id(), key.isGiven(), name, balance == null ? 0 : balance);
    }

    /** As one of several: the id in the body is the only key. */
    Command.Open command() {
        return command(IdempotencyKey.of(id));
    }
}
