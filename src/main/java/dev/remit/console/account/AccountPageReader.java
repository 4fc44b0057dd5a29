package dev.remit.console.account;

import dev.remit.api.PageQuery;
import dev.remit.api.problem.ProblemException;
import dev.remit.api.problem.Problems;
import dev.remit.console.Visitor;
import dev.remit.ledger.Transfer;
import dev.remit.store.BalanceReader;
import dev.remit.store.HistoryFilter;
import dev.remit.store.HistoryReader;
import dev.remit.store.LedgerReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what there is to see of an account. */
@Singleton
class AccountPageReader {

    private static final int LINKS = 25;
    private static final int HOLDS = PageQuery.DEFAULT_LIMIT;

    private final AccountViews accounts;
    private final LedgerReader ledger;
    private final HistoryReader histories;
    private final BalanceReader balances;

    AccountPageReader(
            AccountViews accounts,
            LedgerReader ledger,
            HistoryReader histories,
            BalanceReader balances) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.histories = histories;
        this.balances = balances;
    }

    /**
     * @param before only the part of the history before this version
     */
    AccountPage read(UUID id, Visitor visitor, long before) {
        AccountView account =
                accounts.find(id)
                        .orElseThrow(() -> new ProblemException(Problems.accountNotFound(id)));
        if (!visitor.readsTransfers()) {
            return new AccountPage(account, null, null, null);
        }
        return new AccountPage(
                account,
                chain(account, before),
                ledger.holds(id, null, HOLDS)
                        .map(page -> OpenHolds.of(account, page, names(account, page.items())))
                        .orElse(OpenHolds.NONE),
                new Picture(balances.latest(id, Picture.MOST), account.currency()));
    }

    private Chain chain(AccountView account, long before) {
        return histories
                .history(account.id(), HistoryFilter.NONE, before, LINKS)
                .map(
                        page ->
                                Chain.of(
                                        account,
                                        page,
                                        before == Long.MAX_VALUE,
                                        names(account, page.items())))
                .orElseThrow(() -> new ProblemException(Problems.accountNotFound(account.id())));
    }

    /** Of those on the other side. */
    private Map<UUID, String> names(AccountView account, List<Transfer> transfers) {
        return balances.names(
                transfers.stream()
                        .map(transfer -> transfer.side(account.id()).counterparty())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }
}
