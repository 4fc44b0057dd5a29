package dev.remit.ledger;

import java.util.UUID;

/**
 * An open account, as the rules look at it.
 *
 * @param balance minor units, 0 to {@link Money#MAX}
 * @param version how many entries it has
 * @param currency the text of a {@link Currency}
 */
public record Account(UUID id, long balance, long version, String currency) {

    /** The account after one more entry; a negative amount leaves it. */
    Account move(long amount) {
        return new Account(id, balance + amount, version + 1, currency);
    }

    /** The account before its last entry. */
    Account takeBack(long amount) {
        return new Account(id, balance - amount, version - 1, currency);
    }

    /** Its last entry. */
    Entry entry() {
        return new Entry(id, balance, version);
    }
}
