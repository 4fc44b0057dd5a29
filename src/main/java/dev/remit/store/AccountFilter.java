package dev.remit.store;

import dev.remit.ledger.Currency;
import dev.remit.ledger.Frozen;
import dev.remit.ledger.Money;

/**
 * Which accounts are wanted.
 *
 * @param name what the name begins with; null for any name or none
 * @param currency the code of a currency; null for any
 * @param frozen in just this way; null for any
 */
public record AccountFilter(
        String name, String currency, long minBalance, long maxBalance, Frozen frozen) {

    /** All of them. */
    public static final AccountFilter NONE =
            new AccountFilter(null, null, -Money.MAX, Money.MAX, null);

    /** Whether there may be some that are not wanted. */
    boolean isPicky() {
        return !equals(NONE);
    }

    boolean matches(Account account) {
        return (name == null || account.name != null && account.name.startsWith(name))
                && (currency == null || currency.equals(Currency.code(account.currency())))
                && account.balance >= minBalance
                && account.balance <= maxBalance
                && (frozen == null || frozen == Frozen.parse(account.frozen));
    }
}
