package dev.remit.api.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.remit.api.SmallMetadata;
import dev.remit.ledger.Account;
import dev.remit.ledger.AccountTag;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Money;
import dev.remit.ledger.Outcome;
import dev.remit.ledger.Terms;
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
                        minimum = "-9007199254740991",
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
        @Schema(description = "UTC, with microseconds") Instant createdAt,
        @Schema(
                        description = "How much of the balance is held, in minor units",
                        minimum = "0",
                        examples = "100")
                long held,
        @Schema(
                        description =
                                "What can be spent, in minor units: the balance and the overdraft, without what is held",
                        minimum = "0",
                        maximum = "9007199254740991",
                        examples = "800")
                long available,
        @Schema(
                        description = "How far below zero the balance may go, in minor units",
                        minimum = "0",
                        examples = "0")
                long overdraft,
        @Schema(
                        description = "Which way no money moves",
                        enumeration = {"none", "debits", "credits", "all"})
                String frozen,
        @Schema(ref = "Metadata") @JsonRawValue String metadata,
        @JsonIgnore AccountTag tag) {

    public static AccountResponse from(dev.remit.store.Account row) {
        return of(row.account(), row.terms(), row.createdAt);
    }

    static AccountResponse from(Outcome.Opened opened) {
        return of(opened.account(), opened.terms(), Micros.instant(opened.openedAt()));
    }

    static AccountResponse from(Outcome.Changed changed) {
        return of(changed.account(), changed.terms(), Micros.instant(changed.openedAt()));
    }

    private static AccountResponse of(Account account, Terms terms, Instant createdAt) {
        Currency currency = Currency.parse(account.currency());
        return new AccountResponse(
                account.id(),
                account.balance(),
                account.version(),
                terms.name(),
                currency.code(),
                currency.minorUnits(),
                createdAt,
                account.held(),
                // No transfer can be larger, and every client can read it.
                Math.min(account.available(), Money.MAX),
                account.overdraft(),
                account.frozen().text(),
                SmallMetadata.Texts.shown(terms.metadata()),
                account.tag());
    }

    /** One page of accounts, in order of id. */
    @Schema(name = "AccountPage")
    @RegisterForReflection
    public record Page(
            List<AccountResponse> items,
            @Schema(description = "To be given as after; null on the last page", nullable = true)
                    String next) {

        public static Page of(dev.remit.store.Page<dev.remit.store.Account, UUID> page) {
            return new Page(
                    page.items().stream().map(AccountResponse::from).toList(),
                    page.next() == null ? null : page.next().toString());
        }
    }

    @Schema(name = "Accounts")
    @RegisterForReflection
    public record Many(List<AccountResponse> accounts) {}
}
