package dev.remit.console.account;

import dev.remit.console.Amount;
import dev.remit.console.ConsoleRoutes;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import dev.remit.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A page of an account's history, newest first.
 *
 * @param next where the next page is; null on the last one
 * @param isNewest whether it is the first page
 */
record Chain(List<Link> links, String next, boolean isNewest) {

    /**
     * A posting as the account saw it.
     *
     * @param counterparty null for money that came into the books, or left them
     * @param kind null for a plain one
     */
    record Link(
            long version,
            Instant time,
            Amount amount,
            Amount balance,
            UUID counterparty,
            UUID transfer,
            String reference,
            String kind) {

        private static Link of(UUID account, Currency currency, Transfer transfer) {
            Transfer.Side side = transfer.side(account);
            return new Link(
                    side.own().version(),
                    Micros.instant(transfer.createdAt()),
                    Amount.of(side.amount(), currency),
                    Amount.of(side.own().balance(), currency),
                    side.counterparty(),
                    transfer.id(),
                    transfer.reference(),
                    transfer.kind().text());
        }
    }

    static Chain of(AccountView account, Page<Transfer, Long> page, boolean isNewest) {
        return new Chain(
                page.items().stream()
                        .map(transfer -> Link.of(account.id(), account.currency(), transfer))
                        .toList(),
                page.next() == null
                        ? null
                        : ConsoleRoutes.ACCOUNTS
                                + '/'
                                + account.id()
                                + "?before="
                                + page.next()
                                + "#chain",
                isNewest);
    }
}
