package dev.remit.store;

import dev.remit.ledger.Currency;
import java.time.Instant;
import java.util.UUID;

/**
 * An account's statement but for its entries, which are those of the versions between the opening
 * and the closing one.
 *
 * @param name under which the account was opened; may be null
 * @param from entries are not before it
 * @param to entries are before it
 * @param firstSequence of the first commit of the period, if there is one: the opening balance is
 *     that after the commit before
 * @param lastSequence of the last commit before the end of the period, of whatever accounts: the
 *     closing balance is that after it
 * @param hash the ledger's after that commit
 */
public record Statement(
        UUID account,
        String name,
        Currency currency,
        Instant from,
        Instant to,
        Standing opening,
        Standing closing,
        long firstSequence,
        long lastSequence,
        byte[] hash) {

    /** How an account stands at some time. */
    public record Standing(long balance, long version) {

        /** Before it was opened. */
        static final Standing NOTHING = new Standing(0, 0);
    }
}
