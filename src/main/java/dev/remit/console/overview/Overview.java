package dev.remit.console.overview;

import dev.remit.console.Amount;
import dev.remit.ledger.Currency;
import dev.remit.store.Total;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** What there is to see of the whole ledger, and of this process. */
record Overview(long accounts, List<OfCurrency> totals, Head head, Pace.Seen pace, Queue queue) {

    /** All accounts of a currency together. */
    record OfCurrency(String currency, long accounts, Amount total) {

        private static OfCurrency of(Total total) {
            Currency currency = Currency.parse(total.currency);
            return new OfCurrency(
                    currency.code(), total.accounts, new Amount(total.total, currency));
        }
    }

    /**
     * @param time null before the first commit
     */
    record Head(long sequence, String hash, Instant time) {

        private static Head of(dev.remit.ledger.Head head) {
            return new Head(head.sequence(), HexFormat.of().formatHex(head.hash()), head.time());
        }
    }

    record Queue(long depth, long capacity) {}

    static Overview of(List<Total> found, dev.remit.ledger.Head head, Pace.Seen pace, Queue queue) {
        List<OfCurrency> totals = found.stream().map(OfCurrency::of).toList();
        return new Overview(
                totals.stream().mapToLong(OfCurrency::accounts).sum(),
                totals,
                Head.of(head),
                pace,
                queue);
    }
}
