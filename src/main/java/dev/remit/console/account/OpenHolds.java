package dev.remit.console.account;

import dev.remit.console.Amount;
import dev.remit.ledger.Entry;
import dev.remit.ledger.Micros;
import dev.remit.ledger.Transfer;
import dev.remit.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The first holds on an account that have not ended yet.
 *
 * @param areMore whether there are others
 */
record OpenHolds(List<Hold> holds, boolean areMore) {

    static final OpenHolds NONE = new OpenHolds(List.of(), false);

    /**
     * @param to the account that will get it; null if it will leave the books
     * @param name that account's; null if it has none
     * @param expiresAt null for never
     */
    record Hold(UUID id, Amount amount, UUID to, String name, String reference, Instant expiresAt) {

        private static Hold of(AccountView account, Transfer transfer, Map<UUID, String> names) {
            Entry to = transfer.to();
            return new Hold(
                    transfer.id(),
                    Amount.of(transfer.amount(), account.currency()),
                    Transfer.account(to),
                    to == null ? null : names.get(to.account()),
                    transfer.reference(),
                    transfer.expiresAt() == null ? null : Micros.instant(transfer.expiresAt()));
        }
    }

    /**
     * @param names of accounts, by id
     */
    static OpenHolds of(AccountView account, Page<Transfer, UUID> page, Map<UUID, String> names) {
        return new OpenHolds(
                page.items().stream().map(transfer -> Hold.of(account, transfer, names)).toList(),
                page.next() != null);
    }
}
