package dev.remit.console.account;

import dev.remit.store.HistoryReader;
import dev.remit.store.LedgerReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Finds an account, whether it is still open or not. */
@Singleton
public class AccountViews {

    /** The clock by which commits are dated may be ahead of this one. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final LedgerReader ledger;
    private final HistoryReader histories;
    private final Clock clock;

    AccountViews(LedgerReader ledger, HistoryReader histories, Clock clock) {
        this.ledger = ledger;
        this.histories = histories;
        this.clock = clock;
    }

    public Optional<AccountView> find(UUID id) {
        return ledger.account(id).map(AccountView::of).or(() -> closed(id));
    }

    private Optional<AccountView> closed(UUID id) {
        return histories.statement(id, null, clock.instant().plus(AHEAD)).map(AccountView::of);
    }
}
