package dev.remit.console.account;

import dev.remit.console.Amount;
import dev.remit.ledger.AccountTag;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Metadata;
import dev.remit.ledger.Money;
import dev.remit.ledger.Terms;
import dev.remit.store.Account;
import dev.remit.store.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An account as pages show it.
 *
 * @param isOpen otherwise there is nothing but its history, and what is missing is null
 * @param name null for none
 * @param tag another one after whatever has happened to it
 */
public record AccountView(
        UUID id,
        boolean isOpen,
        String name,
        Currency currency,
        Amount balance,
        Amount held,
        Amount available,
        Amount overdraft,
        String frozen,
        long version,
        Instant createdAt,
        String tag,
        Map<String, String> metadata) {

    static AccountView of(Account row) {
        dev.remit.ledger.Account account = row.account();
        Terms terms = row.terms();
        Currency currency = Currency.parse(account.currency());
        return new AccountView(
                row.id,
                true,
                terms.name(),
                currency,
                Amount.of(account.balance(), currency),
                Amount.of(account.held(), currency),
                Amount.of(Math.min(account.available(), Money.MAX), currency),
                Amount.of(account.overdraft(), currency),
                account.frozen().textUnlessNone(),
                account.version(),
                row.createdAt,
                tag(account.tag()),
                Metadata.entries(terms.metadata()));
    }

    /** Of one that is closed. */
    static AccountView of(Statement life) {
        Amount nothing = Amount.of(0, life.currency());
        return new AccountView(
                life.account(),
                false,
                life.name(),
                life.currency(),
                Amount.of(life.closing().balance(), life.currency()),
                nothing,
                nothing,
                nothing,
                null,
                life.closing().version(),
                life.from(),
                "closed",
                Map.of());
    }

    private static String tag(AccountTag tag) {
        return tag.version() + "." + tag.revision() + '.' + tag.held();
    }

    /** What to call it. */
    public String title() {
        return name == null || name.isBlank() ? "Account " + id : name;
    }
}
