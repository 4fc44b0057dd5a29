package dev.remit.api.account;

import dev.remit.ledger.Currency;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Outcome;
import dev.remit.store.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as callers see it. */
@Schema(name = "Account")
@RegisterForReflection
public record AccountResponse(
        UUID id,
        @Schema(
                        description = "Minor units",
                        minimum = "0",
                        maximum = "9007199254740991",
                        examples = "900")
                long balance,
        @Schema(
                        description = "How many postings the account has seen",
                        minimum = "0",
                        examples = "2")
                long version,
        @Schema(nullable = true, examples = "Alice") String name,
        @Schema(description = "A code of ISO 4217, or one of the ledger's own", examples = "USD")
                String currency,
        @Schema(
                        description = "How many digits of an amount are behind the point",
                        minimum = "0",
                        maximum = "18",
                        examples = "2")
                int minorUnits,
        @Schema(description = "UTC, with microseconds") Instant createdAt) {

    private AccountResponse(
            UUID id,
            long balance,
            long version,
            String name,
            Currency currency,
            Instant createdAt) {
        this(id, balance, version, name, currency.code(), currency.minorUnits(), createdAt);
    }

    static AccountResponse from(Account account) {
        return new AccountResponse(
                account.id,
                account.balance,
                account.version,
                account.name,
                Currency.parse(account.currency()),
                account.createdAt);
    }

    static AccountResponse from(Outcome.Opened opened) {
        return new AccountResponse(
                opened.account(),
                opened.balance(),
                opened.version(),
                opened.name(),
                Currency.parse(opened.currency()),
                Micros.instant(opened.openedAt()));
    }

    /** One page of accounts, in order of id. */
    @Schema(name = "AccountPage")
    @RegisterForReflection
    public record Page(
            List<AccountResponse> items,
            @Schema(description = "To be given as after; null on the last page", nullable = true)
                    String next) {

        static Page of(dev.remit.store.Page<Account, UUID> page) {
            return new Page(
                    page.items().stream().map(AccountResponse::from).toList(),
                    page.next() == null ? null : page.next().toString());
        }
    }

    @Schema(name = "Accounts")
    @RegisterForReflection
    public record Many(List<AccountResponse> accounts) {}
}
