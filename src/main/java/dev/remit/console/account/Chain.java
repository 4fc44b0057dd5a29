package dev.remit.console.account;

import dev.remit.console.Amount;
import dev.remit.console.ConsoleRoutes;
import dev.remit.ledger.Currency;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import dev.remit.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * @param name the counterparty's; null if it has none
     * @param kind null for a plain one
     */
    record Link(
            long version,
            Instant time,
            Amount amount,
            Amount balance,
            UUID counterparty,
            String name,
            UUID transfer,
            String reference,
            String kind) {

        private static Link of(
                UUID account, Currency currency, Transfer transfer, Map<UUID, String> names) {
            Transfer.Side side = transfer.side(account);
            return new Link(
                    side.own().version(),
                    Micros.instant(transfer.createdAt()),
                    Amount.of(side.amount(), currency),
                    Amount.of(side.own().balance(), currency),
                    side.counterparty(),
                    names.get(side.counterparty()),
                    transfer.id(),
                    transfer.reference(),
                    transfer.kind().text());
        }
    }

    /**
     * @param names of accounts, by id
     */
    static Chain of(
            AccountView account,
            Page<Transfer, Long> page,
            boolean isNewest,
            Map<UUID, String> names) {
        return new Chain(
                page.items().stream()
                        .map(transfer -> Link.of(account.id(), account.currency(), transfer, names))
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
