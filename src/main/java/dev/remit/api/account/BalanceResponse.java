package dev.remit.api.account;

import dev.remit.store.AccountCommitRow.Balance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as it was at a time. */
@Schema(name = "AccountAt")
@RegisterForReflection
public record BalanceResponse(
        UUID id,
        @Schema(
                        description = "Minor units",
                        minimum = "-9007199254740991",
                        maximum = "9007199254740991",
                        examples = "900")
                long balance,
        @Schema(
                        description = "How many postings the account had seen by then",
                        minimum = "0",
                        examples = "2")
                long version,
        @Schema(description = "UTC, with microseconds") Instant at) {

    public static BalanceResponse of(UUID account, Balance balance, Instant at) {
        return new BalanceResponse(account, balance.balance(), balance.lastVersion(), at);
    }
}
