package dev.remit.console.transfer;

import dev.remit.console.Amount;
import dev.remit.console.account.AccountView;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Entry;
import java.util.UUID;

/**
 * One account's part in a transfer.
 *
 * @param name null if it has none, or it is not for whoever asks
 * @param balance after it
 */
record Side(UUID account, String name, Amount balance, long version) {

    /**
     * @param entry null where money comes into the books, or leaves them: then there is no side
     * @param account null if it is not to be named
     */
    static Side of(Entry entry, AccountView account, Currency currency) {
        return entry == null
                ? null
                : new Side(
                        entry.account(),
                        account == null ? null : account.name(),
                        Amount.of(entry.balance(), currency),
                        entry.version());
    }
}
